package dev.rampart.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A connection to a browser by the <a
 * href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>. Calls go one
 * after the other; events come on a thread of the client.
 */
final class DevTools implements AutoCloseable {
  private static final int ANSWER_SECONDS_MAX = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  /** Connects to the address that a browser printed. */
  DevTools(URI address) {
    this.socket = http.newWebSocketBuilder().buildAsync(address, new Messages()).join();
  }

  /** Puts the pieces of messages together. */
  private final class Messages implements WebSocket.Listener {
    private final StringBuilder begun = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      begun.append(data);
      if (last) {
        String message = begun.toString();
        begun.setLength(0);
        received(message);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      answers.values().forEach(answer -> answer.completeExceptionally(error));
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      onError(from, new IOException("The browser has closed the connection: " + code + reason));
      return CompletableFuture.completedFuture(null);
    }
  }

  private void received(String text) {
    JsonNode message = parse(text);
    CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asLong(-1));
    if (answer == null) {
      listeners.forEach(listener -> listener.accept(message));
    } else {
      answer.complete(message);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a listener, which gets every event with its {@code sessionId}, {@code method}, … */
  void listen(Consumer<JsonNode> listener) {
    listeners.add(listener);
  }

  static ObjectNode parameters() {
    return JSON.createObjectNode();
  }

  /**
   * Calls the browser itself.
   *
   * @return the {@code result}
   * @throws AssertionError if the browser refuses
   */
  JsonNode call(String method, ObjectNode parameters) {
    return call("", method, parameters);
  }

  /** Calls one page. */
  JsonNode call(String session, String method, ObjectNode parameters) {
    long id = lastId.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    send(message.toString());
    JsonNode result = await(answer, method);
    if (result.has("error")) {
      throw new AssertionError(method + ": " + result.path("error"));
    }
    return result.path("result");
  }

  private synchronized void send(String text) {
    WebSocket _ = socket.sendText(text, true).join();
  }

  private static JsonNode await(CompletableFuture<JsonNode> answer, String method) {
    try {
      return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer to " + method, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
