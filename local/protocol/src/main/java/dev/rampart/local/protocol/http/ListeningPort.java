package dev.rampart.local.protocol.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A port that is taken before the server that will answer on it is ready: nobody else can have it
 * meanwhile, and connections wait.
 */
public final class ListeningPort implements AutoCloseable {
  /** Connections that the system keeps until they are accepted. */
  private static final int BACKLOG = 1024;

  private final ServerSocket socket;

  private ListeningPort(ServerSocket socket) {
    this.socket = socket;
  }

  /**
   * Takes a port, 0 for any free one.
   *
   * @throws BindException if the port cannot be had; the message is one line that names it
   */
  public static ListeningPort take(String address, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port), BACKLOG);
    } catch (IOException e) {
      socket.close();
      BindException named =
          new BindException(
              "cannot listen on port " + port + " of " + address + ": " + e.getMessage());
      named.initCause(e);
      throw named;
    }
    return new ListeningPort(socket);
  }

  public int number() {
    return socket.getLocalPort();
  }

  public InetAddress address() {
    return socket.getInetAddress();
  }

  ServerSocket socket() {
    return socket;
  }

  /** Refuses the connections that wait; does nothing the second time. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
