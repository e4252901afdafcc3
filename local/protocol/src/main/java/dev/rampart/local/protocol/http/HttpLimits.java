package dev.rampart.local.protocol.http;

import java.time.Duration;

/**
 * What the clients of a port may take.
 *
 * @param connections open at once; a new one beyond them ends the one that can best be spared
 * @param bodyBytes of one request
 * @param fieldBytes of one field of a head; all fields together may have twice as many
 * @param lenientFields whether fields may have bytes outside ASCII, and DEL (RFC 9110 5.5)
 * @param bufferedBytes of all requests and answers together, beyond the 16 KB of each connection
 * @param timeouts for the steps of a request
 */
public record HttpLimits(
    int connections,
    int bodyBytes,
    int fieldBytes,
    boolean lenientFields,
    int bufferedBytes,
    HttpTimeouts timeouts) {
  private static final int CONNECTIONS = 1024;
  private static final int FIELD_BYTES = 12 * 1024;
  private static final int BUFFERED_BYTES = 64 * 1024 * 1024;

  /** The usual limits. The sizes keep a full port below a quarter of the heap of a run. */
  public static HttpLimits forBodiesOf(int bytes) {
    return new HttpLimits(
        CONNECTIONS, bytes, FIELD_BYTES, false, BUFFERED_BYTES, HttpTimeouts.DEFAULT);
  }

  /** Returns these limits with another number of connections. */
  public HttpLimits withConnections(int number) {
    return new HttpLimits(number, bodyBytes, fieldBytes, lenientFields, bufferedBytes, timeouts);
  }

  /** Returns these limits with another length of a field. */
  public HttpLimits withFieldBytes(int number) {
    return new HttpLimits(connections, bodyBytes, number, lenientFields, bufferedBytes, timeouts);
  }

  /** Returns these limits for clients whose fields may have bytes outside ASCII, and DEL. */
  public HttpLimits withLenientFields() {
    return new HttpLimits(connections, bodyBytes, fieldBytes, true, bufferedBytes, timeouts);
  }

  /** Returns these limits with another number of buffered bytes. */
  public HttpLimits withBufferedBytes(int number) {
    return new HttpLimits(connections, bodyBytes, fieldBytes, lenientFields, number, timeouts);
  }

  /** Returns these limits with another time for each step of a request. */
  public HttpLimits withTimeouts(Duration each) {
    return with(new HttpTimeouts(each, each, each, each, each, timeouts.grace()));
  }

  /** Returns these limits with another time for the rest of a refused request. */
  public HttpLimits withLinger(Duration time) {
    return with(
        new HttpTimeouts(
            timeouts.idle(),
            timeouts.head(),
            timeouts.body(),
            timeouts.answer(),
            time,
            timeouts.grace()));
  }

  /** Returns these limits with another time for answers under way. */
  public HttpLimits withGrace(Duration time) {
    return with(
        new HttpTimeouts(
            timeouts.idle(),
            timeouts.head(),
            timeouts.body(),
            timeouts.answer(),
            timeouts.linger(),
            time));
  }

  private HttpLimits with(HttpTimeouts other) {
    return new HttpLimits(connections, bodyBytes, fieldBytes, lenientFields, bufferedBytes, other);
  }
}
