"""Where moves come from, as it is shown to people. The terms CT-nn are the programme's own, not law (days: data/rules)."""

PROGRAMME = "Chương trình phối hợp 308/CTPH-UBND-MTTQ"
PLAN = "Kế hoạch phối hợp năm 2018, mục 2"
