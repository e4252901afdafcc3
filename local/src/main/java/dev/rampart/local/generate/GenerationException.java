package dev.rampart.local.generate;

import java.io.IOException;

/** Says why a part of a file cannot be generated. */
public final class GenerationException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A fault, told by a sentence without a full stop. */
  public GenerationException(String message) {
    super(message);
  }
}
