package dev.rampart.local.events.input;

/** The same JSON for every event. */
record ConstantInput(String text) implements TargetInput {

  static ConstantInput of(String text) {
    if (text.length() > CHARS_MAX || !TargetInput.isJson(text)) {
      throw TargetInput.invalid("Input is not JSON of " + CHARS_MAX + " characters at most.");
    }
    return new ConstantInput(text);
  }

  @Override
  public String of(Delivered event) {
    return text;
  }
}
