"""Manuscripts as text, for people to look at, and what is counted in them."""

from __future__ import annotations

from publisher.importers._manuscript import Form, Manuscript, Paragraph, Run


def words_of(manuscript: Manuscript) -> list[str]:
    return " ".join(paragraph.text for paragraph in manuscript.paragraphs).split()


def links_of(manuscript: Manuscript) -> list[str]:
    """Return the targets of links in order; runs side by side that lead to one place are one link."""
    found: list[str] = []
    for paragraph in manuscript.paragraphs:
        last = None
        for run in paragraph.runs:
            if run.target and run.target != last:
                found.append(run.target)
            last = run.target
    return found


def shown(manuscript: Manuscript) -> str:
    """Return a line for each paragraph: its place, what it is, and its words with their looks."""
    lines = [_shown(paragraph) for paragraph in manuscript.paragraphs]
    lines += [f"[{one.name}] {one.alternative} ({one.place})" for one in manuscript.images]
    lines += [f"{one.code} {one.severity}: {one.message}. {one.hint} ({one.place})" for one in manuscript.remarks]
    return "".join(f"{line}\n" for line in lines)


def _shown(paragraph: Paragraph) -> str:
    what = paragraph.form.value + (f" {paragraph.level}" if paragraph.form in {Form.HEADING, Form.ITEM} else "")
    marks = [what, paragraph.number]
    marks += [f"frame {paragraph.frame}"] if paragraph.frame is not None else []
    cell = paragraph.cell
    marks += [f"column {cell.column + 1}"] if cell else []
    words = "".join(map(_marked, paragraph.runs)).replace("\n", "⏎").replace("\t", "⇥")
    return f"{paragraph.place}: {', '.join(mark for mark in marks if mark)}: {words}"


def _marked(run: Run) -> str:
    text = f"*{run.text}*" if run.strong else run.text
    text = f"_{text}_" if run.emphasis else text
    return text if run.target is None else f"[{text}]({run.target})"
