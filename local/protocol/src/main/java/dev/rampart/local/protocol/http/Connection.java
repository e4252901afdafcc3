package dev.rampart.local.protocol.http;

import dev.rampart.local.supervision.OutOfMemory;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One connection: its requests are read and answered one after the other. */
final class Connection {
  private static final String ALLOW = "Allow";
  private static final FaultLog FAULTS = new FaultLog(System.getLogger(Connection.class.getName()));
  private static final int DRAIN_BYTES_MAX = 64 * 1024 * 1024;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

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
  record Activity(State state, long nanos) {
    static Activity now(State state) {
      return new Activity(state, System.nanoTime());
    }
  }

  private final Socket socket;
  private final ByteBudget budget;
  private final DeadlineReader reader;
  private final HttpLimits limits;
  private final Audience audience;
  private final InstantSource clock;
  private final HttpHandler handler;
  private final AtomicReference<Activity> activity = new AtomicReference<>(Activity.now(State.NEW));
  private volatile boolean last;

  /**
   * The answer of which it is not known yet what became of it, without the bodies: a connection may
   * be idle for long, and the bytes that it keeps then are counted by nobody.
   */
  private Optional<Answered> answered = Optional.empty();

  private record Answered(HttpRequest request, HttpResponse answer) {}

  Connection(
      Socket socket,
      ByteBudget budget,
      HttpLimits limits,
      Audience audience,
      InstantSource clock,
      HttpHandler handler) {
    this.socket = socket;
    this.clock = clock;
    this.budget = budget;
    this.reader = new DeadlineReader(socket, budget);
    this.limits = limits;
    this.audience = audience;
    this.handler = handler;
  }

  Activity activity() {
    return activity.get();
  }

  /**
   * Counts a new connection as one that is sending if its first bytes are there, which nobody has
   * read yet; returns whether it is one.
   */
  boolean countAsReading(Activity seen) {
    return seen.state() == State.NEW
        && hasUnreadBytes()
        && activity.compareAndSet(seen, new Activity(State.READING, seen.nanos()));
  }

  private boolean hasUnreadBytes() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** Ends the connection if it is still doing that; returns whether it was. */
  boolean endIf(Activity seen) {
    boolean ends = activity.compareAndSet(seen, Activity.now(State.CLOSED));
    if (ends) {
      close();
    }
    return ends;
  }

  /** Lets the answer under way be the last. */
  void finish() {
    last = true;
    Activity seen = activity.get();
    while (seen.state().compareTo(State.ANSWERING) < 0 && !endIf(seen)) {
      seen = activity.get();
    }
  }

  void end() {
    activity.set(Activity.now(State.CLOSED));
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
      lost = activity().state() != State.CLOSED;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      reader.release();
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
    reader.within(limits.timeouts().idle());
    boolean comes = reader.awaitRequest();
    settle(false);
    if (!comes) {
      return false;
    }
    become(State.READING);
    RequestHeadReader headReader = new RequestHeadReader(reader, limits, audience, sourceIp());
    try {
      reader.within(limits.timeouts().head());
      RequestHead head = headReader.read();
      HttpRequest request = request(head);
      budget.check();
      become(State.ANSWERING);
      return answer(request, head.closes() || last);
    } catch (RequestRefused e) {
      refuse(headReader.soFar(), e.fault());
      return false;
    } catch (RuntimeException | Error e) {
      fail(headReader.soFar(), e);
      return false;
    } finally {
      reader.release();
    }
  }

  private HttpRequest request(RequestHead head) throws IOException {
    if (head.awaitsContinue()) {
      write(CONTINUE);
    }
    reader.within(limits.timeouts().body());
    byte[] body = new RequestBodyReader(reader, limits.bodyBytes()).read(head.framing());
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
    // RFC 9112 9.6: the client sees the end of the answer at once, and what it still sends is read:
    // bytes left unread at the close would make the system take the answer back.
    socket.shutdownOutput();
    reader.within(limits.timeouts().linger());
    reader.drain(DRAIN_BYTES_MAX);
  }

  private HttpResponse refusal(HttpRequest soFar, HttpFault fault) {
    try {
      return allowing(handler.refuse(soFar, fault), fault);
    } catch (RuntimeException | Error e) {
      FAULTS.log("A refusal failed at " + soFar.path(), e);
      return allowing(HttpResponse.text(fault.status(), fault.detail()), fault);
    }
  }

  /** RFC 9110 15.5.6: a 405 tells what is allowed; that of the port if the path's is not told. */
  private static HttpResponse allowing(HttpResponse refusal, HttpFault fault) {
    return fault != HttpFault.METHOD || Field.first(refusal.fields(), ALLOW).isPresent()
        ? refusal
        : refusal.with(ALLOW, String.join(", ", RequestHeadReader.METHODS));
  }

  private void become(State state) throws IOException {
    Activity before =
        activity.getAndUpdate(seen -> seen.state() == State.CLOSED ? seen : Activity.now(state));
    if (before.state() == State.CLOSED) {
      throw new EOFException();
    }
  }

  private void write(HttpRequest request, HttpResponse answer, boolean closes) throws IOException {
    byte[] head = ResponseWriter.head(answer, clock.instant(), closes);
    byte[] body = ResponseWriter.body(request.method(), answer);
    reader.holdAnswer(head.length + body.length);
    become(State.WRITING);
    // Apart: to a process that has ended the first write succeeds, and only the second one fails.
    write(head);
    write(body);
  }

  /** Writes bytes; returns when the system has them. */
  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }
}
