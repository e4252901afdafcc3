package dev.rampart.local.tables;

import dev.rampart.local.protocol.AwsServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** Tables that answer on a loopback port, for tests that speak to them through the AWS SDK. */
public final class TablesServer implements AutoCloseable {
  private final Tables tables;
  private final AwsServer server;

  private TablesServer(Tables tables, AwsServer server) {
    this.tables = tables;
    this.server = server;
  }

  /** Starts empty tables in memory on any free port. */
  public static TablesServer start(InstantSource clock) throws IOException {
    return start(Tables.inMemory(clock), 0);
  }

  /**
   * Serves tables on a port, 0 for any free one, and closes them with itself.
   *
   * @throws IOException if the port is taken
   */
  public static TablesServer start(Tables tables, int port) throws IOException {
    return new TablesServer(tables, AwsServer.start(port, List.of(tables)));
  }

  /** Returns the endpoint to give to clients. */
  public URI url() {
    return server.url();
  }

  /** Returns what is served. */
  public Tables tables() {
    return tables;
  }

  @Override
  public void close() {
    server.close();
    tables.close();
  }
}
