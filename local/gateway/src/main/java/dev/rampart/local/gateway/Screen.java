package dev.rampart.local.gateway;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.http.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stands between the socket and the HTTP server: reads each request to its end by its own strict
 * parser, answers what is refused, and hands on what is left in its plainest form, with one length
 * and no transfer coding. The server behind it never sees bytes that two parsers could read
 * differently.
 */
final class Screen implements Supplier<byte[]> {
  private static final int DRAIN_BYTES_MAX = 1024 * 1024;
  private static final byte[] CONTINUE = Wire.ascii("HTTP/1.1 100 Continue\r\n\r\n");

  /** Fields about the connection: read here, and not handed on. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Tells a refusal: what is known of the request, the fault, and the answer to it. */
  @FunctionalInterface
  interface Refuser {
    Outbound refuse(Inbound soFar, EdgeFault fault);
  }

  private final Wire wire;
  private final DataWriter out;
  private final String sourceIp;
  private final Refuser refuser;
  private final Patience patience;
  private boolean ended;

  Screen(DataReader in, DataWriter out, String sourceIp, Refuser refuser, Patience patience) {
    this.patience = patience;
    this.wire = new Wire(in);
    this.out = out;
    this.sourceIp = sourceIp;
    this.refuser = refuser;
  }

  /**
   * Returns the next request of the connection.
   *
   * @throws DataReader.InsufficientDataAvailableException where there is none any more
   */
  @Override
  public byte[] get() {
    wire.within(patience.idle());
    if (ended || !wire.awaitRequest()) {
      throw new DataReader.InsufficientDataAvailableException();
    }
    HeadReader reader = new HeadReader(wire);
    try {
      wire.within(patience.head());
      Head head = reader.read(sourceIp);
      wire.within(patience.body());
      if (head.awaitsContinue()) {
        out.writeNow(BufferData.create(CONTINUE));
      }
      byte[] body = new BodyReader(wire).read(head.framing());
      ended = head.closes();
      return plain(head, body);
    } catch (WireFault e) {
      ended = true;
      refuse(reader.soFar(), e.fault());
      throw new DataReader.InsufficientDataAvailableException();
    }
  }

  private static byte[] plain(Head head, byte[] body) {
    StringBuilder text = new StringBuilder();
    text.append(head.method()).append(' ').append(head.path());
    if (!head.query().isEmpty()) {
      text.append('?').append(head.query());
    }
    text.append(" HTTP/1.1\r\n");
    for (Field field : head.fields()) {
      if (!OF_THE_CONNECTION.contains(field.key())) {
        text.append(field.name()).append(": ").append(field.value()).append("\r\n");
      }
    }
    if (body.length > 0) {
      text.append("Content-Length: ").append(body.length).append("\r\n");
    }
    if (head.closes()) {
      text.append("Connection: close\r\n");
    }
    byte[] start = Wire.ascii(text.append("\r\n").toString());
    byte[] whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  private void refuse(Optional<Inbound> soFar, EdgeFault fault) {
    Inbound inbound = soFar.orElse(new Inbound("-", "-", "", List.of(), new byte[0], sourceIp));
    Outbound answer = refuser.refuse(inbound, fault);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + Status.create(answer.status()) + "\r\n");
    for (Field field : answer.fields()) {
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    head.append("Content-Length: ").append(answer.body().length);
    head.append("\r\nConnection: close\r\n\r\n");
    byte[] body = inbound.method().equals("HEAD") ? new byte[0] : answer.body();
    out.writeNow(BufferData.create(Wire.ascii(head.toString())), BufferData.create(body));
    // Bytes left unread at the close would make the system take the answer back.
    wire.within(patience.linger());
    wire.drain(DRAIN_BYTES_MAX);
  }
}
