"""The plain Django app that benchmarks compare with. Not a part of Seutu."""
