"""Questionnaires as XLSForm, the convention of ODK and KoboToolbox: three sheets of a workbook."""
