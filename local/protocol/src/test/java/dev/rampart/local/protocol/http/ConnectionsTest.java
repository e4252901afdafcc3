package dev.rampart.local.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ConnectionsTest {
  private final List<AutoCloseable> open = new ArrayList<>();
  private ServerSocket listening;

  @BeforeEach
  void listen() throws Exception {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    open.add(listening);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private Connection connection(String sent) throws Exception {
    open.add(new RawSocket(listening.getLocalPort()).send(sent));
    Socket socket = listening.accept();
    open.add(socket);
    while (socket.getInputStream().available() < sent.length()) {
      Thread.onSpinWait();
    }
    HttpLimits limits = HttpLimits.forBodiesOf(1024);
    ByteBudget budget = new ByteBudget(limits.bufferedBytes(), () -> false);
    return new Connection(
        socket, budget, limits, Audience.PROGRAMS, InstantSource.system(), new PuppetHandler());
  }

  @Test
  void a_silent_connection_is_spared_before_an_older_one_whose_bytes_nobody_has_read_yet()
      throws Exception {
    Connections connections = new Connections(2, Duration.ofSeconds(30));
    Connection older = connection("GET / HTTP/1.1\r\n");
    Connection silent = connection("");
    assertThat(connections.add(older)).isTrue();
    assertThat(connections.add(silent)).isTrue();

    assertThat(connections.add(connection(""))).isTrue();

    assertThat(older.activity().state()).isEqualTo(Connection.State.READING);
    assertThat(silent.activity().state()).isEqualTo(Connection.State.CLOSED);
  }
}
