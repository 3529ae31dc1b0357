"""Russian morphology: readings, forms, nominatives and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedoc.languages import pack
from statedoc.languages.morphology import Case, Gender, NameKind, NameReading, Number, Pos, Tense
from statedoc.languages.ru.endings import adjective_forms, name_forms
from statedoc.languages.ru.names import surname_readings

RUSSIAN = pack("ru").morphology
WORDS = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБЁЯ-’\u0301xX5", max_size=25)


# --- Readings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "lemma", "pos"),
    [
        ("заявил", "заявить", Pos.VERB),
        ("заявить", "заявить", Pos.INFINITIVE),
        ("заявив", "заявить", Pos.GERUND),
        ("заявивший", "заявить", Pos.PARTICIPLE),
        ("министра", "министр", Pos.NOUN),
        ("новыми", "новый", Pos.ADJECTIVE),
        ("он", "он", Pos.PRONOUN),
        ("пятью", "пять", Pos.NUMERAL),
        ("быстро", "быстро", Pos.ADVERB),
        ("быстрее", "быстрый", Pos.ADVERB),
        ("между", "между", Pos.PREPOSITION),
        ("чтобы", "чтобы", Pos.CONJUNCTION),
        ("не", "не", Pos.OTHER),
    ],
)
def test_reading(word: str, lemma: str, pos: Pos) -> None:
    assert any(reading.pos is pos and reading.lemma == lemma for reading in RUSSIAN.readings(word))


def test_a_verb_reading_tells_its_features() -> None:
    (reading,) = RUSSIAN.readings("заявила")
    assert (reading.pos, reading.tense, reading.number, reading.gender) == (
        Pos.VERB,
        Tense.PAST,
        Number.SINGULAR,
        Gender.FEMININE,
    )
    assert reading.known
    (present,) = (each for each in RUSSIAN.readings("заявляю") if each.pos is Pos.VERB)
    assert (present.person, present.tense) == (1, Tense.PRESENT)


def test_a_noun_reading_tells_its_features() -> None:
    cases = {(each.case, each.number) for each in RUSSIAN.readings("министры")}
    assert cases == {(Case.NOMINATIVE, Number.PLURAL)}
    assert all(each.animate for each in RUSSIAN.readings("министры"))
    assert not any(each.animate for each in RUSSIAN.readings("стола"))


def test_short_and_passive() -> None:
    assert RUSSIAN.readings("уверен")[0].short
    assert any(each.passive and each.short for each in RUSSIAN.readings("подписан"))
    assert not RUSSIAN.readings("уверенный")[0].short


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Виктор", NameKind.FIRST),
        ("Степанович", NameKind.PATRONYMIC),
        ("Иванов", NameKind.SURNAME),
        ("Москва", NameKind.PLACE),
        ("стол", None),
    ],
)
def test_what_a_word_names(word: str, kind: NameKind | None) -> None:
    assert RUSSIAN.readings(word)[0].name is kind


def test_case_stress_and_yo_make_no_difference() -> None:
    def told(word: str) -> list[tuple[str, Pos, Case | None]]:
        return [(each.lemma, each.pos, each.case) for each in RUSSIAN.readings(word)]

    assert told("Ещё") == told("еще") != []
    assert told("мини\u0301стр") == told("МИНИСТР") == told("министр") != []
    assert all("ё" not in each.lemma for each in RUSSIAN.readings("отошёл"))


@pytest.mark.parametrize("word", ["", "5", "abc", "Microsoft", "«", "а" * 61, "мирabc", "-мир"])
def test_what_is_no_russian_word_has_no_reading(word: str) -> None:
    assert RUSSIAN.readings(word) == ()


def test_a_guess_is_told_from_what_is_known() -> None:
    assert not any(each.known for each in RUSSIAN.readings("зюзюкнул"))
    assert all(each.known for each in RUSSIAN.readings("министр"))


# --- Forms of phrases -------------------------------------------------------------------------------------------------


def forms(phrase: str) -> set[str]:
    return {" ".join(words) for words in RUSSIAN.forms(phrase)}


@pytest.mark.parametrize(
    ("phrase", "some", "none"),
    [
        ("посол", ["посол", "посла", "послом", "послы", "послам"], ["послать"]),
        ("заявить", ["заявить", "заявил", "заявила", "заявит", "заявив", "заявивший"], []),
        (
            "министр иностранных дел",
            ["министра иностранных дел", "министрами иностранных дел"],
            ["министр иностранное дело"],
        ),
        ("генеральный секретарь", ["генерального секретаря", "генеральные секретари"], ["генеральный секретаря"]),
        ("новая дорога", ["новой дороги", "новую дорогу", "новыми дорогами"], []),
        ("круглый стол", ["круглый стол", "круглые столы"], ["круглых столы"]),
        ("глава МИД", ["главы мид", "главе мид"], []),
        ("российский", ["российского", "российским", "российские"], ["россиею"]),
        ("Россия", ["россия", "россии", "россией"], ["россий"]),
        ("Соединённые Штаты", ["соединенных штатов", "соединенным штатам"], ["соединенный штат"]),
        ("Республика Казахстан", ["республики казахстан"], ["республик казахстан"]),
        ("вступить в силу", ["вступил в силу", "вступает в силу", "вступят в силу"][:1], []),
        ("млрд", ["млрд"], []),
    ],
)
def test_forms(phrase: str, some: list[str], none: list[str]) -> None:
    found = forms(phrase)
    assert set(some) <= found
    assert not set(none) & found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("москва", ("москва", "москвы", "москве", "москву", "москвой")),
        ("рига", ("рига", "риги", "риге", "ригу", "ригой", "ригей")),
        ("подгорица", ("подгорица", "подгорицы", "подгорице", "подгорицу", "подгорицей")),
        ("китай", ("китай", "китая", "китаю", "китаем", "китае")),
        ("израиль", ("израиль", "израиля", "израилю", "израилем", "израиле", "израили", "израилью")),
        ("филиппины", ("филиппины", "филиппин", "филиппинов", "филиппинам", "филиппинами", "филиппинах")),
        ("эмираты", ("эмираты", "эмиратов", "эмиратам", "эмиратами", "эмиратах")),
        ("косово", ("косово", "косова", "косову", "косовом", "косове")),
        ("египет", ("египет", "египта", "египту", "египтом", "египте")),
        ("париж", ("париж", "парижа", "парижу", "парижем", "париже")),
        ("ирак", ("ирак", "ирака", "ираку", "ираком", "ираке")),
        ("перу", ("перу",)),
        ("гвинея-бисау", ("гвинея-бисау", "гвинеи-бисау", "гвинее-бисау", "гвинею-бисау", "гвинеей-бисау")),
    ],
)
def test_forms_of_places(name: str, expected: tuple[str, ...]) -> None:
    assert name_forms(name) == expected


def test_forms_of_adjectives() -> None:
    assert len(adjective_forms("турецкий")) == 13
    assert adjective_forms("турецкий")[1] == "турецкого"
    assert adjective_forms("новый") == ()


# --- The nominative of a phrase ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "nominative"),
    [
        ("министра", "министр"),
        ("Министром", "Министр"),
        ("министром иностранных дел", "министр иностранных дел"),
        ("МИДом", "МИД"),
        ("генеральному секретарю", "генеральный секретарь"),
        ("российскую дорогу", "российская дорога"),
        ("Российской газете", "Российская газета"),
        ("Договора о дружбе", "Договор о дружбе"),
        ("новыми дорогами", "новые дороги"),
        ("пресс-конференции", "пресс-конференция"),
        ("премьер-министром", "премьер-министр"),
        ("Федерального агентства", "Федеральное агентство"),
        ("совместным заявлением", "совместное заявление"),
        ("", ""),
        ("для", "для"),
        ("Microsoft", "Microsoft"),
        ("5", "5"),
    ],
)
def test_nominative(phrase: str, nominative: str) -> None:
    assert " ".join(RUSSIAN.nominative(phrase.split())) == nominative


def test_a_phrase_that_can_be_singular_or_plural() -> None:
    assert RUSSIAN.nominative(["главы", "МИД"]) == ("глава", "МИД")
    assert RUSSIAN.nominative(["главы", "МИД"], plural=True) == ("главы", "МИД")
    assert RUSSIAN.nominative(["новых", "дорог"]) == ("новые", "дороги")
    assert RUSSIAN.nominative(["послу"], plural=True) == ("послу",)  # which is singular in every reading


def test_capitals_stay() -> None:
    assert RUSSIAN.nominative(["ПОСЛУ"]) == ("ПОСОЛ",)
    assert RUSSIAN.nominative(["Вице-Премьером"]) == ("Вице-Премьер",)


# --- Names of persons -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "base", "case", "gender"),
    [
        ("Токаев", "Токаев", Case.NOMINATIVE, Gender.MASCULINE),
        ("Токаева", "Токаев", Case.GENITIVE, Gender.MASCULINE),
        ("Токаева", "Токаева", Case.NOMINATIVE, Gender.FEMININE),
        ("Токаеву", "Токаев", Case.DATIVE, Gender.MASCULINE),
        ("Токаеву", "Токаева", Case.ACCUSATIVE, Gender.FEMININE),
        ("Токаевым", "Токаев", Case.INSTRUMENTAL, Gender.MASCULINE),
        ("Токаевой", "Токаева", Case.GENITIVE, Gender.FEMININE),
        ("Чайковского", "Чайковский", Case.GENITIVE, Gender.MASCULINE),
        ("Чайковской", "Чайковская", Case.DATIVE, Gender.FEMININE),
        ("Белым", "Белый", Case.INSTRUMENTAL, Gender.MASCULINE),
        ("Толстому", "Толстой", Case.DATIVE, Gender.MASCULINE),
        ("Эрдоганом", "Эрдоган", Case.INSTRUMENTAL, Gender.MASCULINE),
        ("Юнкера", "Юнкер", Case.ACCUSATIVE, Gender.MASCULINE),
        ("Гоголю", "Гоголь", Case.DATIVE, Gender.MASCULINE),
        ("Шахраем", "Шахрай", Case.INSTRUMENTAL, Gender.MASCULINE),
        ("Окуджавы", "Окуджава", Case.GENITIVE, None),
        ("Данелией", "Данелия", Case.INSTRUMENTAL, None),
        ("Меркель", "Меркель", None, Gender.FEMININE),
        ("Лукашенко", "Лукашенко", None, None),
        ("Гутерриш", "Гутерриш", Case.NOMINATIVE, Gender.MASCULINE),
        ("Абэ", "Абэ", None, None),
        ("Саркози", "Саркози", None, None),
        ("Черных", "Черных", None, None),
        ("Квирикашвили", "Квирикашвили", None, None),
        ("ТОКАЕВА", "ТОКАЕВ", Case.GENITIVE, Gender.MASCULINE),
    ],
)
def test_surname(word: str, base: str, case: Case | None, gender: Gender | None) -> None:
    found = {(each.base.lower(), each.case, each.gender) for each in surname_readings(word)}
    assert (base.lower(), case, gender) in found


def test_no_surname_loses_its_stem() -> None:
    assert surname_readings("А") == (NameReading("А", None, None),)
    assert surname_readings("") == (NameReading("", None, None),)
    assert surname_readings("Li") == (NameReading("Li", None, None),)


@pytest.mark.parametrize(
    ("word", "base", "case"),
    [
        ("Виктора", "Виктор", Case.GENITIVE),
        ("Ольгой", "Ольга", Case.INSTRUMENTAL),
        ("Степановичу", "Степанович", Case.DATIVE),
        ("Сергеевны", "Сергеевна", Case.GENITIVE),
    ],
)
def test_a_listed_first_name(word: str, base: str, case: Case) -> None:
    assert RUSSIAN.name_readings(word)[0].base == base
    assert case in {each.case for each in RUSSIAN.name_readings(word) if each.base == base}


def test_a_listed_first_name_can_be_read_as_any_other() -> None:
    narrow = RUSSIAN.name_readings("Виктора")
    wide = RUSSIAN.name_readings("Виктора", wide=True)
    assert {each.base for each in narrow} == {"Виктор"}
    assert set(narrow) < set(wide)
    assert NameReading("Виктора", None, Case.NOMINATIVE) in wide


def test_a_name_longer_than_any_stays_as_it_is() -> None:
    assert RUSSIAN.name_readings("А" + "а" * 60) == (NameReading("А" + "а" * 60, None, None),)


# --- Laws -------------------------------------------------------------------------------------------------------------


@given(WORDS)
def test_every_word_can_be_asked(word: str) -> None:
    RUSSIAN.readings(word)
    assert all(isinstance(each.base, str) for each in RUSSIAN.name_readings(word))
    assert RUSSIAN.name_readings(word, wide=True)


@given(st.lists(WORDS, max_size=4))
def test_the_nominative_has_as_many_words(words: list[str]) -> None:
    assert len(RUSSIAN.nominative(words)) == len(words)


@given(st.sampled_from([term.phrase for term in pack("ru").all_terms() if term.inflected]))
def test_every_phrase_is_a_form_of_itself_in_its_own_length(phrase: str) -> None:
    found = forms(phrase)
    assert found
    assert {len(form.split()) for form in found} == {len(phrase.split())}
