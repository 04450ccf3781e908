"""Where the moves come from, as it is shown to people."""

PLAN = "Kế hoạch phối hợp năm 2018, mục 2"
"""The Front gives its opinion on, and scores, the yearly reform index of the People's Committee by four criteria."""

APPRAISAL = "Chương trình phối hợp, phần thẩm định; không phải thời hạn do luật định"
"""Units score themselves, the Front appraises; the steps are those of the programme, the days are set sheet by sheet."""
