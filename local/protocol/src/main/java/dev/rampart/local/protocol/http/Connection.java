package dev.rampart.local.protocol.http;

import dev.rampart.local.supervision.OutOfMemory;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One connection: its requests are read and answered one after the other. */
final class Connection {
  private static final FaultLog FAULTS = new FaultLog(System.getLogger(Connection.class.getName()));
  private static final int DRAIN_BYTES_MAX = 64 * 1024 * 1024;
  private static final byte[] CONTINUE = Wire.latin("HTTP/1.1 100 Continue\r\n\r\n");

  /** What a connection is doing, in the order in which it may be ended for a new one. */
  enum State {
    REFUSED,
    NEW,
    IDLE,
    READING,
    ANSWERING,
    WRITING,
    CLOSED
  }

  /**
   * A state and when it began.
   *
   * @param nanos as {@link System#nanoTime} counts
   */
  record Doing(State state, long nanos) {
    static Doing now(State state) {
      return new Doing(state, System.nanoTime());
    }
  }

  private final Socket socket;
  private final ByteBudget budget;
  private final Wire wire;
  private final HttpLimits limits;
  private final Audience audience;
  private final HttpHandler handler;
  private final AtomicReference<Doing> doing = new AtomicReference<>(Doing.now(State.NEW));
  private volatile boolean last;

  /**
   * The answer of which it is not known yet what became of it, without the bodies: a connection may
   * be idle for long, and the bytes that it keeps then are counted by nobody.
   */
  private Optional<Answered> answered = Optional.empty();

  private record Answered(HttpRequest request, HttpResponse answer) {}

  Connection(
      Socket socket, ByteBudget budget, HttpLimits limits, Audience audience, HttpHandler handler) {
    this.socket = socket;
    this.budget = budget;
    this.wire = new Wire(socket, budget);
    this.limits = limits;
    this.audience = audience;
    this.handler = handler;
  }

  Doing doing() {
    return doing.get();
  }

  /**
   * Counts a new connection as one that is sending if its first bytes are there, which nobody has
   * read yet; returns whether it is one.
   */
  boolean countAsReading(Doing seen) {
    return seen.state() == State.NEW
        && hasUnreadBytes()
        && doing.compareAndSet(seen, new Doing(State.READING, seen.nanos()));
  }

  private boolean hasUnreadBytes() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** Ends the connection if it is still doing that; returns whether it was. */
  boolean endIf(Doing seen) {
    boolean ends = doing.compareAndSet(seen, Doing.now(State.CLOSED));
    if (ends) {
      close();
    }
    return ends;
  }

  /** Lets the answer under way be the last. */
  void finish() {
    last = true;
    Doing seen = doing.get();
    while (seen.state().compareTo(State.ANSWERING) < 0 && !endIf(seen)) {
      seen = doing.get();
    }
  }

  void end() {
    doing.set(Doing.now(State.CLOSED));
    close();
  }

  private void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // The client cannot be told, and nothing of it is left here.
    }
  }

  void run() {
    run(this::serveAll);
  }

  /** Refuses whatever the client wants: there is no room for the connection. */
  void turnAway() {
    run(() -> refuse(HttpRequest.unread(sourceIp()), HttpFault.BUSY));
  }

  @FunctionalInterface
  private interface Serving {
    void run() throws IOException, InterruptedException;
  }

  private void run(Serving serving) {
    boolean lost = false;
    try {
      socket.setTcpNoDelay(true);
      serving.run();
    } catch (IOException _) {
      // The client has gone, or the connection was ended from here.
      lost = doing().state() != State.CLOSED;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      wire.release();
      end();
      settle(lost);
    }
  }

  private void settle(boolean lost) {
    Optional<Answered> settled = answered;
    answered = Optional.empty();
    settled.ifPresent(one -> handler.delivered(one.request(), one.answer(), lost));
  }

  private void serveAll() throws IOException, InterruptedException {
    boolean more = serve();
    while (more) {
      become(State.IDLE);
      // Asked after that: whoever sets it afterwards sees an idle connection, and ends it.
      more = !last && serve();
    }
  }

  /** Serves one request; returns whether another may follow. */
  private boolean serve() throws IOException, InterruptedException {
    wire.within(limits.times().idle());
    boolean comes = wire.awaitRequest();
    settle(false);
    if (!comes) {
      return false;
    }
    become(State.READING);
    HeadReader reader = new HeadReader(wire, limits, audience, sourceIp());
    try {
      wire.within(limits.times().head());
      Head head = reader.read();
      HttpRequest request = request(head);
      budget.check();
      become(State.ANSWERING);
      return answer(request, head.closes() || last);
    } catch (RequestRefused e) {
      refuse(reader.soFar(), e.fault());
      return false;
    } catch (RuntimeException | Error e) {
      fail(reader.soFar(), e);
      return false;
    } finally {
      wire.release();
    }
  }

  private HttpRequest request(Head head) throws IOException {
    if (head.awaitsContinue()) {
      wire.write(CONTINUE);
    }
    wire.within(limits.times().body());
    byte[] body = new BodyReader(wire, limits.bodyBytes()).read(head.framing());
    return new HttpRequest(
        head.method(),
        head.target().path(),
        head.target().query(),
        head.fields(),
        body,
        sourceIp());
  }

  private String sourceIp() {
    return socket.getInetAddress().getHostAddress();
  }

  private boolean answer(HttpRequest request, boolean closes)
      throws IOException, InterruptedException {
    HttpResponse answer = handler.answer(request);
    answered = Optional.of(new Answered(request.withoutBody(), answer.withoutBody()));
    write(request, answer, closes);
    return !closes;
  }

  private void fail(HttpRequest soFar, Throwable fault) throws IOException {
    OutOfMemory.endProcessIfCaused(fault);
    // If the server is being closed, what its interrupt broke off is no fault.
    if (!Thread.currentThread().isInterrupted()) {
      FAULTS.log("A request failed at " + soFar.path(), fault);
      refuse(soFar, HttpFault.FAILED);
    }
  }

  private void refuse(HttpRequest soFar, HttpFault fault) throws IOException {
    write(soFar, refusal(soFar, fault), true);
    become(State.REFUSED);
    // Bytes left unread at the close would make the system take the answer back.
    wire.within(limits.times().linger());
    wire.drain(DRAIN_BYTES_MAX);
  }

  private HttpResponse refusal(HttpRequest soFar, HttpFault fault) {
    try {
      return handler.refuse(soFar, fault);
    } catch (RuntimeException | Error e) {
      FAULTS.log("A refusal failed at " + soFar.path(), e);
      return HttpResponse.text(fault.status(), fault.detail());
    }
  }

  private void become(State state) throws IOException {
    Doing before =
        doing.getAndUpdate(seen -> seen.state() == State.CLOSED ? seen : Doing.now(state));
    if (before.state() == State.CLOSED) {
      throw new EOFException();
    }
  }

  private void write(HttpRequest request, HttpResponse answer, boolean closes) throws IOException {
    byte[] head = ResponseWriter.head(answer, Instant.now(), closes);
    byte[] body = ResponseWriter.body(request.method(), answer);
    wire.holdAnswer(head.length + body.length);
    become(State.WRITING);
    // Apart: to a process that has ended the first write succeeds, and only the second one fails.
    wire.write(head);
    wire.write(body);
  }
}
