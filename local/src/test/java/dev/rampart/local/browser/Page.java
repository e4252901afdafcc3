package dev.rampart.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A page of a {@link Browser}, used as a person would: it is clicked at, and typed into, and what
 * it asks for has to appear within a bounded time.
 */
public final class Page {
  private static final long TIMEOUT_NANOS = 30_000_000_000L;
  private static final long PAUSE_NANOS = 50_000_000L;

  /** Keys that are no text, by the names of the DevTools protocol, with their key codes. */
  public enum Key {
    Enter(13),
    Tab(9),
    Escape(27),
    ArrowDown(40),
    ArrowUp(38);

    private final int code;

    Key(int code) {
      this.code = code;
    }
  }

  private final DevTools tools;
  private final String session;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile Optional<AnswerRewriter> rewriter = Optional.empty();

  Page(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
    tools.listen(this::hear);
    for (String domain : List.of("Page", "Runtime", "Log", "Accessibility")) {
      call(domain + ".enable", DevTools.parameters());
    }
  }

  /** Exceptions, errors in the console, and what a content security policy has refused. */
  private void hear(JsonNode event) {
    if (!event.path("sessionId").asText().equals(session)) {
      return;
    }
    JsonNode of = event.path("params");
    switch (event.path("method").asText()) {
      case "Runtime.exceptionThrown" ->
          complaints.add(of.at("/exceptionDetails/exception/description").asText());
      case "Runtime.consoleAPICalled" -> {
        if (of.path("type").asText().equals("error")) {
          complaints.add(of.path("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        if (of.at("/entry/level").asText().equals("error")) {
          complaints.add(of.path("entry").toString());
        }
      }
      case "Page.javascriptDialogOpening" -> {
        complaints.add("a dialog: " + of.path("message").asText());
        Thread.ofVirtual().start(this::dismiss);
      }
      default -> rewriter.ifPresent(one -> one.hear(event));
    }
  }

  private void dismiss() {
    call("Page.handleJavaScriptDialog", DevTools.parameters().put("accept", false));
  }

  /**
   * Changes the JSON that the page is answered, from now on.
   *
   * @param pattern of addresses, with {@code *} for any text
   */
  public void rewrite(String pattern, UnaryOperator<JsonNode> change) {
    intercept(pattern, "Response", held -> change.apply(held.answered()));
  }

  /**
   * Answers with JSON in place of the server, from now on.
   *
   * @param pattern of addresses, with {@code *} for any text
   * @param answer gets the address
   */
  public void answer(String pattern, Function<String, JsonNode> answer) {
    intercept(pattern, "Request", held -> answer.apply(held.url()));
  }

  private void intercept(
      String pattern, String stage, Function<AnswerRewriter.Held, JsonNode> body) {
    AnswerRewriter next = new AnswerRewriter(tools, session, stage, body);
    rewriter = Optional.of(next);
    next.start(pattern);
  }

  /** Leaves all answers as they are. */
  public void rewriteNothing() {
    call("Fetch.disable", DevTools.parameters());
    rewriter = Optional.empty();
  }

  private JsonNode call(String method, ObjectNode parameters) {
    return tools.call(session, method, parameters);
  }

  /** Returns what the page has complained about so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Forgets what the page has complained about, if that was to be expected. */
  public void forgetComplaints() {
    complaints.clear();
  }

  /** Opens an address; waits until its document is there. */
  public void goTo(String url) {
    JsonNode answer = call("Page.navigate", DevTools.parameters().put("url", url));
    if (answer.has("errorText")) {
      throw new AssertionError(url + ": " + answer.path("errorText").asText());
    }
    await("document.readyState === 'complete'");
  }

  /**
   * Returns the value of an expression of JavaScript, after a promise is kept.
   *
   * @throws AssertionError with the exception, if there is one
   */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            DevTools.parameters()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /**
   * Waits until an expression is true, also across the loading of another page.
   *
   * @throws AssertionError with the text of the page, if it does not become true
   */
  public void await(String expression) {
    long deadlineNanos = System.nanoTime() + TIMEOUT_NANOS;
    while (!holds(expression)) {
      if (System.nanoTime() > deadlineNanos) {
        throw new AssertionError(
            expression + " does not become true; the page shows: " + text("body"));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** While another page is loaded, there is nothing that could answer. */
  private boolean holds(String expression) {
    try {
      return evaluate("!!(" + expression + ")").asBoolean();
    } catch (AssertionError _) {
      return false;
    }
  }

  /** Returns a text as JavaScript and JSON spell it. */
  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  /** Returns the text that an element shows; empty if there is none. */
  public String text(String selector) {
    return evaluate("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''").asText();
  }

  /** Has an element show a text. */
  public void show(String selector, String text) {
    evaluate(
        "document.querySelector(%s).textContent = %s".formatted(quoted(selector), quoted(text)));
  }

  /** Waits until an element shows a text. */
  public void awaitText(String selector, String text) {
    await(
        "[...document.querySelectorAll(%s)].some(e => e.innerText.includes(%s))"
            .formatted(quoted(selector), quoted(text)));
  }

  /** Clicks at an element, when it is there and nothing covers it. */
  public void click(String selector) {
    clickElement("document.querySelector(" + quoted(selector) + ")");
  }

  /** Clicks at the first element of those that shows a text. */
  public void click(String selector, String text) {
    clickElement(
        "[...document.querySelectorAll(%s)].find(e => e.innerText.includes(%s))"
            .formatted(quoted(selector), quoted(text)));
  }

  /** Clicks with the mouse at the middle. */
  private void clickElement(String element) {
    String hit =
        """
        (() => { const e = %s; if (!e) return false;
          e.scrollIntoView({block: 'center', behavior: 'instant'});
          const r = e.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
          const at = document.elementFromPoint(x, y);
          return !!at && (e.contains(at) || at.contains(e)) && [x, y] })()
        """
            .formatted(element);
    await(hit);
    JsonNode at = evaluate(hit);
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          DevTools.parameters()
              .put("type", type)
              .put("x", at.path(0).asDouble())
              .put("y", at.path(1).asDouble())
              .put("button", "left")
              .put("clickCount", 1));
    }
  }

  /** Types into what has the focus. */
  public void type(String text) {
    call("Input.insertText", DevTools.parameters().put("text", text));
  }

  /** Clicks into a field and types. */
  public void fill(String selector, String text) {
    click(selector);
    evaluate("document.querySelector(" + quoted(selector) + ").select?.()");
    type(text);
  }

  /** Presses a key. */
  public void press(Key key) {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          DevTools.parameters()
              .put("type", type)
              .put("key", key.name())
              .put("code", key.name())
              .put("windowsVirtualKeyCode", key.code));
      if (key == Key.Enter && type.equals("rawKeyDown")) {
        call("Input.dispatchKeyEvent", DevTools.parameters().put("type", "char").put("text", "\r"));
      }
    }
  }

  /** Makes the window that large, in CSS pixels. */
  public void resize(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        DevTools.parameters()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
  }

  /** Has the page believe that the person prefers {@code dark} or {@code light}. */
  public void prefer(String scheme) {
    ObjectNode parameters = DevTools.parameters();
    parameters
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", scheme);
    call("Emulation.setEmulatedMedia", parameters);
  }

  /** Cuts the page off from all networks, or connects it again. */
  public void offline(boolean offline) {
    call("Network.enable", DevTools.parameters());
    call(
        "Network.emulateNetworkConditions",
        DevTools.parameters()
            .put("offline", offline)
            .put("latency", 0)
            .put("downloadThroughput", -1)
            .put("uploadThroughput", -1));
  }

  /** Writes what can be seen into a PNG file. */
  public void screenshot(Path file) {
    String data =
        call("Page.captureScreenshot", DevTools.parameters().put("format", "png"))
            .path("data")
            .asText();
    try {
      Files.write(file, Base64.getDecoder().decode(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
