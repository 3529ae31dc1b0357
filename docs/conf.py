"""How the documentation is built: offline, every warning an error."""

from importlib.metadata import version as version_of

from docutils import nodes
from sphinx.application import Sphinx

from statedoc import testing

project = "statedoc"
author = "The statedoc contributors"
copyright = "The statedoc contributors"
version = release = version_of("statedoc")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"statedoc {release}"
html_static_path = ["_static"]
html_css_files = ["statedoc.css"]
pygments_dark_style = "a11y-high-contrast-dark"  # the dark of the theme's light one

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True
default_role = "py:obj"  # a name in a docstring leads to what it names, if that stands here

# The standard library's own pages are not here, since building needs no network.
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|decimal|enum|io|os|pathlib|typing|dt)(\..*)?"),
    (
        "py:.*",
        r"(Any|BinaryIO|Callable|Decimal|Iterable|Iterator|Mapping|PathLike|Sequence|date|datetime|os\.PathLike)",
    ),
    ("py:obj", r".*"),
    ("py:.*", r"(hypothesis|pyarrow|pa)\..*"),
    ("py:.*", r"(str|int|bool|bytes|None|tuple|list|dict|frozenset|Exception|StrEnum|ValueError|KeyError|TypeError)"),
]

MANY_LETTERS, MANY_COLUMNS = 60, 5  # of a row, which a phone cannot show side by side


def fold_tables(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Name each cell's column in wide tables, for narrow screens; statedoc.css shows the names there only."""
    for table in doctree.findall(nodes.table) if app.builder.format == "html" else ():
        head, *rows = ([*row.findall(nodes.entry)] for row in table.findall(nodes.row))
        longest = [max(len(cell.astext()) for cell in column) for column in zip(*rows, strict=True)]
        if len(head) < 3 or (sum(longest) < MANY_LETTERS and len(head) < MANY_COLUMNS):
            continue
        table["classes"].append("folds")
        for row in rows:
            for name, cell in zip(head[1:], row[1:], strict=True):
                if cell.astext():
                    cell.insert(0, nodes.inline(text=name.astext(), classes=["column"]))


def name_surroundings(app: Sphinx, what: str, name: str, value: object, options: object, *signature: str) -> object:
    """The signature of a strategy with ANYWHERE by its name."""
    return tuple(part and part.replace(repr(testing.ANYWHERE), "ANYWHERE") for part in signature)


def setup(app: Sphinx) -> None:
    app.connect("doctree-resolved", fold_tables)
    app.connect("autodoc-process-signature", name_surroundings)
