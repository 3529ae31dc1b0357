"""The Russian pack."""

from statedoc.languages.ru.morphology import RussianMorphology as Morphology

__all__ = ["Morphology"]
