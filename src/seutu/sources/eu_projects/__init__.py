"""Project lists of the EU structural funds in Finland (EURA exports): streaming reader with sure repairs only."""
