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
 * @param idle time for the next request of a connection
 * @param head time for a request's head, from its first byte
 * @param body time for a request's body
 * @param answer time for the client to take an answer
 * @param linger time for the rest of a refused request, before its connection is closed
 * @param grace time for answers under way when the server closes
 */
public record HttpLimits(
    int connections,
    int bodyBytes,
    int fieldBytes,
    boolean lenientFields,
    int bufferedBytes,
    Duration idle,
    Duration head,
    Duration body,
    Duration answer,
    Duration linger,
    Duration grace) {
  private static final int CONNECTIONS = 1024;
  private static final int FIELD_BYTES = 12 * 1024;
  private static final int BUFFERED_BYTES = 64 * 1024 * 1024;

  /**
   * The usual limits. The times are long enough for a slow line, and short enough that stalled
   * clients do not pile up; the sizes keep a full port below a quarter of the heap of a run.
   */
  public static HttpLimits forBodiesOf(int bytes) {
    return new HttpLimits(
        CONNECTIONS,
        bytes,
        FIELD_BYTES,
        false,
        BUFFERED_BYTES,
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofMillis(200),
        Duration.ofSeconds(2));
  }

  /** Returns these limits with another number of connections. */
  public HttpLimits withConnections(int number) {
    return new HttpLimits(
        number,
        bodyBytes,
        fieldBytes,
        lenientFields,
        bufferedBytes,
        idle,
        head,
        body,
        answer,
        linger,
        grace);
  }

  /** Returns these limits with another length of a field. */
  public HttpLimits withFieldBytes(int number) {
    return new HttpLimits(
        connections,
        bodyBytes,
        number,
        lenientFields,
        bufferedBytes,
        idle,
        head,
        body,
        answer,
        linger,
        grace);
  }

  /** Returns these limits for clients whose fields may have bytes outside ASCII, and DEL. */
  public HttpLimits withLenientFields() {
    return new HttpLimits(
        connections,
        bodyBytes,
        fieldBytes,
        true,
        bufferedBytes,
        idle,
        head,
        body,
        answer,
        linger,
        grace);
  }

  /** Returns these limits with another number of buffered bytes. */
  public HttpLimits withBufferedBytes(int number) {
    return new HttpLimits(
        connections,
        bodyBytes,
        fieldBytes,
        lenientFields,
        number,
        idle,
        head,
        body,
        answer,
        linger,
        grace);
  }

  /** Returns these limits with another time for each step of a request. */
  public HttpLimits withTimes(Duration each) {
    return new HttpLimits(
        connections,
        bodyBytes,
        fieldBytes,
        lenientFields,
        bufferedBytes,
        each,
        each,
        each,
        each,
        each,
        grace);
  }

  /** Returns these limits with another time for the rest of a refused request. */
  public HttpLimits withLinger(Duration time) {
    return new HttpLimits(
        connections,
        bodyBytes,
        fieldBytes,
        lenientFields,
        bufferedBytes,
        idle,
        head,
        body,
        answer,
        time,
        grace);
  }

  /** Returns these limits with another time for answers under way. */
  public HttpLimits withGrace(Duration time) {
    return new HttpLimits(
        connections,
        bodyBytes,
        fieldBytes,
        lenientFields,
        bufferedBytes,
        idle,
        head,
        body,
        answer,
        linger,
        time);
  }
}
