package dev.rampart.local.gateway;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/** A connection as the server sees it, with a {@link Screen} in front of the socket. */
final class ScreenedConnection implements ConnectionContext {
  private final ConnectionContext connection;
  private final DataReader screened;

  ScreenedConnection(ConnectionContext connection, Screen.Refuser refuser, Patience patience) {
    this.connection = connection;
    this.screened =
        DataReader.create(
            new Screen(
                connection.dataReader(),
                connection.dataWriter(),
                address(connection.remotePeer()),
                refuser,
                patience));
  }

  /** The address of the other side, as text. */
  static String address(PeerInfo peer) {
    return peer.address() instanceof InetSocketAddress socket && socket.getAddress() != null
        ? socket.getAddress().getHostAddress()
        : peer.host();
  }

  @Override
  public DataReader dataReader() {
    return screened;
  }

  @Override
  public ListenerContext listenerContext() {
    return connection.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return connection.executor();
  }

  @Override
  public DataWriter dataWriter() {
    return connection.dataWriter();
  }

  @Override
  public Router router() {
    return connection.router();
  }

  @Override
  public PeerInfo remotePeer() {
    return connection.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return connection.localPeer();
  }

  @Override
  public boolean isSecure() {
    return connection.isSecure();
  }

  @Override
  public String socketId() {
    return connection.socketId();
  }

  @Override
  public String childSocketId() {
    return connection.childSocketId();
  }
}
