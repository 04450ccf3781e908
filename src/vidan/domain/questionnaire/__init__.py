"""What a survey asks and what counts as an answer; standard library only, no clock, no input or output."""
