package dev.rampart.local.template;

/** A template that cannot be read; the message is one line that names the file, line and fault. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  TemplateException(String file, int line, String what) {
    super((line == 0 ? file : file + ":" + line) + ": " + firstLine(what), null, false, false);
    this.line = line;
  }

  /** Returns the line of the fault, from 1; 0 if the fault is the whole file's. */
  public int line() {
    return line;
  }

  /** Leaves out what a library adds below its message, such as the place in a JSON text. */
  private static String firstLine(String what) {
    return what.lines().findFirst().orElse("");
  }
}
