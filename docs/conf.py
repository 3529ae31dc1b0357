"""How the documentation is built: offline, every warning an error."""

from importlib.metadata import version as version_of

project = "statedoc"
author = "The statedoc contributors"
copyright = "The statedoc contributors"
version = release = version_of("statedoc")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"statedoc {release}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True

# The standard library's own pages are not here, since building needs no network.
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|decimal|enum|io|os|pathlib|typing|dt)(\..*)?"),
    (
        "py:.*",
        r"(Any|BinaryIO|Callable|Decimal|Iterable|Iterator|Mapping|PathLike|Sequence|date|datetime|os\.PathLike)",
    ),
    ("py:.*", r"(hypothesis|pyarrow|pa)\..*"),
    ("py:.*", r"(str|int|bool|bytes|None|tuple|list|dict|frozenset|Exception|StrEnum|ValueError|KeyError|TypeError)"),
]
