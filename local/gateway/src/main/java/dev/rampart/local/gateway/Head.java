package dev.rampart.local.gateway;

import java.util.List;

/**
 * The head of a request, checked.
 *
 * @param framing how long the body is
 */
record Head(
    String method,
    String path,
    String query,
    List<Field> fields,
    Framing framing,
    boolean awaitsContinue,
    boolean closes) {

  /** How the end of a body is told. */
  sealed interface Framing {
    record Length(int bytes) implements Framing {}

    record Chunked() implements Framing {}
  }
}
