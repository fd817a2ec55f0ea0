from seutu.warehouse.plans import KEPT_DIALECT, every_plan, in_words_of, worded


def test_the_kept_words_are_those_of_the_expressions() -> None:
    """If this fails, run tools/build_plans.py."""
    for plan in every_plan():
        assert in_words_of(plan, KEPT_DIALECT) == worded(plan, KEPT_DIALECT), plan


def test_no_question_uses_a_window_function() -> None:
    for plan in every_plan():
        words = in_words_of(plan, KEPT_DIALECT).upper()
        assert "SELECT" in words
        assert "OVER (" not in words
        assert "OVER(" not in words
