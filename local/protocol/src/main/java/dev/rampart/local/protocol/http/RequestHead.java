package dev.rampart.local.protocol.http;

import java.util.List;

/**
 * The head of a request, checked.
 *
 * @param framing how long the body is
 * @param closes whether the connection ends after the answer
 */
record RequestHead(
    String method,
    RequestTarget target,
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
