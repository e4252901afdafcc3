package dev.rampart.local.template.source;

/** A template that cannot be read; the message is one line that names the file, line and fault. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** In characters; a message may quote what stands in the file, and that may be of any length. */
  private static final int LENGTH_MAX = 1_000;

  private final int line;

  /**
   * Makes a fault.
   *
   * @param line from 1; 0 if the fault is the whole file's
   * @param what the fault, of which the first line is told
   */
  public TemplateException(String file, int line, String what) {
    super((line == 0 ? file : file + ":" + line) + ": " + firstLine(what), null, false, false);
    this.line = line;
  }

  /** Returns the line of the fault, from 1; 0 if the fault is the whole file's. */
  public int line() {
    return line;
  }

  /**
   * Leaves out what a library adds below its message, such as the place in a JSON text, and what a
   * terminal would act on.
   */
  private static String firstLine(String what) {
    String line = what.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
    return line.length() > LENGTH_MAX ? line.substring(0, LENGTH_MAX) + "…" : line;
  }
}
