package dev.rampart.local.protocol.http;

import dev.rampart.local.supervision.OutOfMemory;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP/1.1 server on one port. Each connection has a thread, which reads one request to its end,
 * has it answered, and goes on to the next.
 */
public final class LocalHttpServer implements AutoCloseable {
  private static final FaultLog FAULTS =
      new FaultLog(System.getLogger(LocalHttpServer.class.getName()));

  private static final int OVERDUE_CHECK_SECONDS = 1;

  private static final int ACCEPT_PAUSE_MILLIS = 50;

  private final ServerSocket listening;
  private final HttpLimits limits;
  private final Audience audience;
  private final InstantSource clock;
  private final ByteBudget budget;
  private final Connections connections;
  private final ExecutorService threads;
  private final ExecutorService acceptor;
  private final ScheduledExecutorService timer;

  private LocalHttpServer(
      ServerSocket listening,
      HttpLimits limits,
      Audience audience,
      ConnectionThreads kind,
      InstantSource clock) {
    this.listening = listening;
    this.clock = clock;
    this.limits = limits;
    this.audience = audience;
    this.connections = new Connections(limits.connections(), limits.timeouts().answer());
    this.budget = new ByteBudget(limits.bufferedBytes(), connections::endSlowReader);
    String name = "Port " + listening.getLocalPort();
    this.threads = Executors.newThreadPerTaskExecutor(kind.factory(name));
    ThreadFactory factory = platformThreads(name);
    this.acceptor = Executors.newSingleThreadExecutor(factory);
    this.timer = Executors.newSingleThreadScheduledExecutor(factory);
  }

  /**
   * Takes a port, 0 for any free one, with a virtual thread for each connection; nothing is
   * answered before {@link #open}.
   *
   * @throws BindException if the port cannot be had; the message is one line that names it
   */
  public static LocalHttpServer bind(String address, int port, HttpLimits limits, Audience audience)
      throws IOException {
    return bind(address, port, limits, audience, ConnectionThreads.VIRTUAL);
  }

  /**
   * Returns a server on a port that was taken before; closing the server closes the port.
   *
   * @param clock tells the {@code Date} of answers
   */
  public static LocalHttpServer on(
      ListeningPort taken, HttpLimits limits, Audience audience, InstantSource clock) {
    return new LocalHttpServer(taken.socket(), limits, audience, ConnectionThreads.VIRTUAL, clock);
  }

  /** Takes a port with another kind of threads. */
  public static LocalHttpServer bind(
      String address, int port, HttpLimits limits, Audience audience, ConnectionThreads threads)
      throws IOException {
    ListeningPort taken = ListeningPort.take(address, port);
    return new LocalHttpServer(taken.socket(), limits, audience, threads, InstantSource.system());
  }

  /** Virtual ones whose scheduler was out of memory for a moment would never run again. */
  private static ThreadFactory platformThreads(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  /** Begins to answer. */
  public void open(HttpHandler handler) {
    acceptor.execute(() -> accept(handler));
    var _ =
        timer.scheduleWithFixedDelay(
            this::endOverdue, OVERDUE_CHECK_SECONDS, OVERDUE_CHECK_SECONDS, TimeUnit.SECONDS);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Never throws, because that would be the last run of its schedule. */
  private void endOverdue() {
    try {
      connections.endOverdue();
    } catch (RuntimeException | Error e) {
      FAULTS.log("Overdue answers cannot be ended on port " + port() + " for now", e);
    }
  }

  private void accept(HttpHandler handler) {
    boolean failed = false;
    while (!listening.isClosed()) {
      try {
        serve(listening.accept(), handler);
        failed = false;
      } catch (IOException | RuntimeException | Error e) {
        OutOfMemory.endProcessIfCaused(e);
        if (!failed && !listening.isClosed()) {
          FAULTS.log("No connection can be accepted on port " + port() + " for now", e);
        }
        failed = true;
        recover();
      }
    }
  }

  private void serve(Socket socket, HttpHandler handler) {
    Connection connection = new Connection(socket, budget, limits, audience, clock, handler);
    if (!connections.add(connection)) {
      // A virtual one whatever serves the others: their number is limited, and this one's is not.
      var _ = Thread.ofVirtual().start(connection::turnAway);
      return;
    }
    boolean begun = false;
    try {
      threads.execute(() -> run(connection));
      begun = true;
    } catch (RejectedExecutionException _) {
      // The server is being closed.
    } finally {
      if (!begun) {
        connection.end();
        connections.remove(connection);
      }
    }
  }

  private void run(Connection connection) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
    }
  }

  /** Makes room if the process has no descriptors left, and does not spin if that is not enough. */
  private void recover() {
    if (listening.isClosed()) {
      return;
    }
    connections.spareOne();
    try {
      Thread.sleep(ACCEPT_PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more requests, and waits for the answers under way as long as the limits say. */
  @Override
  public void close() {
    closeListening();
    // Ends at once. From then on no connection comes that is not told to finish.
    acceptor.close();
    connections.finish();
    timer.shutdownNow();
    threads.shutdown();
    try {
      // An interrupt would close a file under an answer that is written to it.
      if (!threads.awaitTermination(limits.timeouts().grace().toMillis(), TimeUnit.MILLISECONDS)) {
        endNow();
      }
    } catch (InterruptedException _) {
      endNow();
      Thread.currentThread().interrupt();
    }
  }

  private void endNow() {
    threads.shutdownNow();
    connections.end();
  }

  private void closeListening() {
    try {
      listening.close();
    } catch (IOException e) {
      FAULTS.log("Port " + port() + " could not be closed", e);
    }
  }
}
