"""PDF: a new document made of the pages' drawing alone; everything that runs, is attached or tells of its maker stays behind."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from vidan.foundation.files.limits import MAX_PAGES, MAX_UNZIPPED, TOO_MANY_PAGES
from vidan.foundation.files.notes_in_streams import without_note_boxes, without_notes
from vidan.foundation.files.refusals import DAMAGED, LOCKED, NotTaken

pikepdf.settings.set_qpdf_limits(
    flate_max_memory=MAX_UNZIPPED,
    png_max_memory=MAX_UNZIPPED,
    tiff_max_memory=MAX_UNZIPPED,
    run_length_max_memory=MAX_UNZIPPED,
    dct_max_memory=MAX_UNZIPPED,
    doc_max_warnings=500,
    max_stream_filters=3,
)

PAGE_KEYS = {
    "/Type",
    "/MediaBox",
    "/CropBox",
    "/TrimBox",
    "/BleedBox",
    "/ArtBox",
    "/Rotate",
    "/UserUnit",
    "/Resources",
    "/Contents",
    "/Group",
    "/Parent",
}
# Only names that no program gives to a font or picture of a page; scripts and actions hang on keys already gone.
LEFT_BEHIND = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/EF", "/OPI", "/Alternates")


def rewritten(data: bytes) -> bytes:
    """The pages of a PDF in a new file: no properties, XMP, scripts, actions, attachments, forms, outline; raises NotTaken.

    What annotations and form fields show is drawn into the page first, so that a filled form keeps its answers.
    """
    try:
        with Pdf.open(BytesIO(data)) as original, Pdf.new() as fresh:
            if len(original.pages) > MAX_PAGES:
                raise NotTaken(TOO_MANY_PAGES)
            _fill(fresh, original)
            out = BytesIO()
            fresh.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PasswordError as refused:
        raise NotTaken(LOCKED) from refused
    except NotTaken:
        raise
    except Exception as refused:  # hostile input: the parser raises what it likes
        raise NotTaken(DAMAGED) from refused
    return out.getvalue()


def _fill(fresh: Pdf, original: Pdf) -> None:
    if not len(original.pages):
        raise NotTaken(DAMAGED)
    if Name.AcroForm in original.Root:
        original.generate_appearance_streams()
    original.flatten_annotations("all")
    for page in original.pages:
        for key in set(page.obj.keys()) - PAGE_KEYS:
            del page.obj[key]
    fresh.pages.extend(original.pages)
    for item in fresh.objects:
        _strip(item)


def _strip(item: Object) -> None:
    """Strip one object and what is written inside it; what it points to is an object of its own."""
    waiting: list[object] = [item]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Dictionary | Stream):
            for key in LEFT_BEHIND:
                if key in here:
                    del here[key]
            inner = [here[key] for key in here.keys()]  # noqa: SIM118 - a stream iterates over no keys
        elif isinstance(here, Array):
            inner = list(here)
        else:
            continue
        if isinstance(here, Stream):
            _strip_picture(here)
        waiting.extend(value for value in inner if isinstance(value, Object) and not value.is_indirect)


def _strip_picture(stream: Stream) -> None:
    """Take EXIF and the like out of a picture that lies in the page as it left the camera."""
    filters = _filters(stream)
    if not filters or filters[-1] not in {"/DCTDecode", "/DCT", "/JPXDecode"}:
        return
    raw = stream.read_raw_bytes()
    if len(filters) == 2 and filters[0] in {"/FlateDecode", "/Fl"}:
        raw = zlib.decompressobj().decompress(raw, MAX_UNZIPPED)
    elif len(filters) > 1:
        raise NotTaken(DAMAGED)  # no program we know wraps a photograph so
    plain = without_note_boxes(raw) if filters[-1] == "/JPXDecode" else without_notes(raw)
    if not plain:
        raise NotTaken(DAMAGED)
    parameters = stream.get(Name.DecodeParms)
    stream.write(plain, filter=Name(filters[-1]), decode_parms=None)
    if len(filters) == 1 and isinstance(parameters, Dictionary):
        stream[Name.DecodeParms] = parameters


def _filters(stream: Stream) -> list[str]:
    told = stream.get(Name.Filter)
    if told is None:
        return []
    return [str(name) for name in told] if isinstance(told, Array) else [str(told)]
