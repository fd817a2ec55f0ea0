"""How likely a word is by its letters: which letters follow which in the words of a language.

A model is made of words; a document's own sound words may be added. Not a dictionary: it knows no spelling, only what
is usual.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log2
from typing import Final

ORDER: Final = 4
BEGIN, END = "^", "$"
LETTERS_OF_A_WORD: Final = 40
"""How many different letters and marks a word may be made of: what is never seen gets a share of one in so many."""
KNOWN: Final = 0.25
"""The share of running words that are among the known ones, kept low so that it does not outweigh the letters."""
MOST_KEPT: Final = 100_000
MOST_BITS: Final = 3.8


class Letters:
    """Counts of letters after up to three others, interpolated as Witten and Bell do.

    Source: Witten and Bell, The zero-frequency problem, 1991.
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        self.words = dict(words)
        self._whole = max(sum(self.words.values()), 1)
        self._after: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for word in self.words:
            text = BEGIN * (ORDER - 1) + word + END
            for at in range(ORDER - 1, len(text)):
                for length in range(ORDER):
                    self._after[text[at - length : at]][text[at]] += 1
        self._seen = {context: (sum(after.values()), len(after)) for context, after in self._after.items()}
        self._scores: dict[tuple[str, bool, bool], float] = {}

    def with_words(self, words: Iterable[str]) -> "Letters":
        """Return the model that knows these words too."""
        counted = dict(self.words)
        for word in words:
            counted[word] = counted.get(word, 0) + 1
        return Letters(counted)

    def knows(self, word: str) -> bool:
        """Return whether a word is one of those that the model was made of."""
        return word in self.words

    def score(self, word: str, *, begins: bool = True, ends: bool = True) -> float:
        """Return the logarithm (base 2) of how likely a folded word is; a piece of one does not begin, or not end."""
        key = (word, begins, ends)
        if key not in self._scores:
            if len(self._scores) >= MOST_KEPT:
                self._scores.clear()
            self._scores[key] = self._score(word, begins=begins, ends=ends)
        return self._scores[key]

    def are_of(self, words: Iterable[str]) -> bool:
        """Return whether running words are of the language of the model, by the bits of each letter.

        Words of the model's language cost 2 to 3 bits a letter (damaged ones up to 3.5), those of another 4.5 to 6.
        """
        folded = [word.casefold() for word in words]
        letters = sum(len(word) + 1 for word in folded)
        return bool(folded) and sum(map(self.score, folded)) >= -MOST_BITS * letters

    def _score(self, word: str, *, begins: bool, ends: bool) -> float:
        text = BEGIN * (ORDER - 1) + word + (END if ends else "")
        first = ORDER - 1
        by_letters = sum(
            log2(self._share(text[max(at - ORDER + 1, 0 if begins else first) : at], text[at]))
            for at in range(first, len(text))
        )
        times = self.words.get(word, 0) if begins and ends else 0
        if not times:
            return by_letters
        return float(log2(KNOWN * times / self._whole + (1 - KNOWN) * 2**by_letters))

    def _share(self, context: str, letter: str) -> float:
        """Return the share of a letter after a context, each shorter context filling in what a longer one lacks."""
        share = 1 / LETTERS_OF_A_WORD
        for length in range(len(context) + 1):
            after = self._after.get(context[len(context) - length :])
            if after is None:
                break
            whole, kinds = self._seen[context[len(context) - length :]]
            share = (after.get(letter, 0) + kinds * share) / (whole + kinds)
        return share
