package dev.rampart.local.events.input;

/** The event as it is. */
public record WholeEvent() implements TargetInput {

  @Override
  public String of(Delivered event) {
    return event.text();
  }
}
