#!/usr/bin/env python3
"""unicode-tables.py > Sources/SearchCore/Analysis/UnicodeTables.swift: what is part of a word, and how it folds, from Python's own
Unicode data. Run `make format` on the result. The ligatures that are spelt out stand in Folding.swift."""
import sys
import unicodedata

SURROGATES = range(0xD800, 0xE000)
# Above this there are ideographs of further planes, which are words as they stand in `word_runs`, and nothing that folds.
LAST_WORD = 0x30000
LAST_CAPITAL = 0x1E943


def scalars(first, last):
    return (code for code in range(first, last + 1) if code not in SURROGATES)


def word_runs():
    """First and last of each run of letters, digits and marks above ASCII. What is not assigned parts no words: it does not end a run."""
    runs = []
    for code in scalars(0x80, LAST_WORD - 1):
        category = unicodedata.category(chr(code))
        if category[0] not in "LNM":
            continue
        is_next = runs and all(unicodedata.category(chr(gap)) == "Cn" for gap in scalars(runs[-1][1] + 1, code - 1)) and not (
            runs[-1][1] < SURROGATES.start < code)
        if is_next:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def small_letters():
    """Capitals with one small letter."""
    pairs = {}
    for code in scalars(0x80, LAST_CAPITAL):
        small = chr(code).lower()
        if len(small) == 1 and small != chr(code):
            pairs[code] = ord(small)
    return pairs


def capital_runs(pairs):
    """The pairs as runs of capitals in steps of one or two at one distance to their small letters: first, last, step, distance."""
    capitals = sorted(pairs)
    runs = []
    at = 0
    while at < len(capitals):
        distance = pairs[capitals[at]] - capitals[at]
        best_step, best_count = 1, 1
        for step in (1, 2):
            end = at
            while end + 1 < len(capitals) and capitals[end + 1] - capitals[end] == step and \
                    pairs[capitals[end + 1]] - capitals[end + 1] == distance:
                end += 1
            if end - at + 1 > best_count:
                best_step, best_count = step, end - at + 1
        runs.append((capitals[at], capitals[at] + (best_count - 1) * best_step, best_step, distance))
        at += best_count
    return runs


def plain_letters():
    """Letters that lose an accent (and full-width forms that become plain): to the small letter without it."""
    plain = {}
    for first, last, form in ((0x80, 0x1FFF, "NFD"), (0xFF10, 0xFF5A, "NFKD")):
        for code in scalars(first, last):
            left = [part for part in unicodedata.normalize(form, chr(code)) if not unicodedata.combining(part)]
            if len(left) == 1 and left[0] != chr(code):
                plain[code] = ord(left[0].lower())
    return plain


def table(comment, declaration, items, in_line):
    lines = [", ".join(items[at:at + in_line]) for at in range(0, len(items), in_line)]
    return f"\n/// {comment}\nlet {declaration} = [\n" + "".join(f"    {line},\n" for line in lines) + "]\n"


sys.stdout.write(
    f"// Tables of Unicode {unicodedata.unidata_version} (`Scripts/unicode-tables.py` writes this file): what is part of a word, and how it folds.\n"
    "// Each is sorted, so that a binary search finds a scalar.\n"
    + table("First and last scalar of each run of letters, digits and marks above ASCII.", "wordRuns: [UInt32]",
            [f"0x{first:X}, 0x{last:X}" for first, last in word_runs()], 9)
    + table("Runs of capital letters: first scalar, last scalar, step from one capital to the next, distance to its small letter.",
            "capitalRuns: [Int32]", [f"0x{first:X}, 0x{last:X}, {step}, {distance}" for first, last, step, distance in capital_runs(small_letters())], 5)
    + table("Scalars that lose an accent: the scalar in the upper half, its plain small letter in the lower.", "plainLetters: [UInt32]",
            [f"0x{code:X}{small:04X}" for code, small in sorted(plain_letters().items())], 13))
