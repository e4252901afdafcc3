package dev.rampart.local.gateway;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/** The only protocol: HTTP/1.1, behind the screen. No upgrade leads anywhere else. */
final class Selector implements ServerConnectionSelector {
  private static final int LENGTH_MAX = 256 * 1024;

  private final Screen.Refuser refuser;
  private final Patience patience;
  private final Http1ConnectionSelector http =
      Http1ConnectionSelector.builder()
          .config(
              Http1Config.builder()
                  .maxPrologueLength(LENGTH_MAX)
                  .maxHeadersSize(LENGTH_MAX)
                  .build())
          .build();

  Selector(Screen.Refuser refuser, Patience patience) {
    this.refuser = refuser;
    this.patience = patience;
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext connection) {
    return http.connection(new ScreenedConnection(connection, refuser, patience));
  }
}
