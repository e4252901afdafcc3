package dev.rampart.local.gateway.gate;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where the issuer's key set is read from; a token can never name another place. */
public sealed interface KeySource {

  /**
   * Returns the key set as JSON.
   *
   * @throws IOException if it cannot be had
   */
  String fetch() throws IOException;

  /** A file, for tests that sign their own tokens. */
  record InFile(Path file) implements KeySource {
    @Override
    public String fetch() throws IOException {
      return Files.readString(file);
    }
  }

  /** The issuer's JWKS address. */
  record AtUrl(URI url) implements KeySource {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int BYTES_MAX = 256 * 1024;

    @Override
    public String fetch() throws IOException {
      URLConnection connection = url.toURL().openConnection();
      if (connection instanceof HttpURLConnection http) {
        http.setInstanceFollowRedirects(false);
      }
      connection.setConnectTimeout((int) TIMEOUT.toMillis());
      connection.setReadTimeout((int) TIMEOUT.toMillis());
      connection.setUseCaches(false);
      try (InputStream body = connection.getInputStream()) {
        return new String(body.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
      }
    }
  }
}
