package dev.rampart.local.identity.client;

import dev.rampart.local.identity.web.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of a browser that a sign-in needs: cookies, and redirects left to the caller. */
final class Browser implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** What a web ACL answers; the pool itself so only to forms of other sites. */
  private static final int FORBIDDEN = 403;

  private final HttpClient http;

  /** Kept here, since the JDK's own manager quotes values as an old standard wanted it. */
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(Optional<InetAddress> source) {
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
    source.ifPresent(builder::localAddress);
    this.http = builder.build();
  }

  HttpResponse<String> get(URI uri) throws SignInException {
    return send(HttpRequest.newBuilder(uri));
  }

  HttpResponse<String> post(URI uri, Map<String, String> form) throws SignInException {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Form.encode(form))));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws SignInException {
    try {
      String sent =
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; "));
      if (!sent.isEmpty()) {
        request.header("Cookie", sent);
      }
      HttpResponse<String> answer =
          http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
      if (answer.statusCode() == FORBIDDEN) {
        throw new SignInException(
            "The identity server refuses to sign in, status 403. The web ACL in front of the user"
                + " pool may have blocked the request: waf.log, beside the other logs of the run,"
                + " says so, and by which rule.");
      }
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new SignInException("The identity server does not answer: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new SignInException("The sign-in was interrupted.");
    }
  }

  private void keep(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    cookies.put(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "");
  }
}
