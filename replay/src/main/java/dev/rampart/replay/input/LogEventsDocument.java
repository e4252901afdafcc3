package dev.rampart.replay.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code aws logs get-log-events} and {@code filter-log-events} print: one JSON document, or
 * several in a row, with a list of events, each with a line of the log. One event is in memory at a
 * time, however long the list is.
 */
final class LogEventsDocument implements LineSource {
  private static final String EVENTS = "events";
  private static final String MESSAGE = "message";

  /** The members of such a document. No line of a log that is read begins with one of them. */
  private static final Pattern START =
      Pattern.compile(
          "\\s*\\{\\s*\"(events|nextToken|nextForwardToken|nextBackwardToken|searchedLogStreams)\"\\s*:.*",
          Pattern.DOTALL);

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LineBuffer.BYTES_MAX).build())
          .build();

  private final JsonParser parser;
  private boolean inEvents;
  private long number;

  LogEventsDocument(InputStream in) throws IOException {
    this.parser = JSON.createParser(in);
  }

  /** Returns whether a file that begins with these bytes is such a document. */
  static boolean beginsWith(byte[] start) {
    return START.matcher(new String(start, ISO_8859_1)).matches();
  }

  @Override
  public Optional<String> next() throws IOException {
    while (inEvents || findEvents()) {
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        number++;
        return Optional.of(message());
      }
      inEvents = false;
    }
    return Optional.empty();
  }

  /** Goes to the list of the next document; returns false if there is none. */
  private boolean findEvents() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        boolean isList = parser.currentName().equals(EVENTS);
        inEvents = parser.nextToken() == JsonToken.START_ARRAY && isList;
        if (inEvents) {
          return true;
        }
        parser.skipChildren();
      }
    }
    return false;
  }

  /** Returns the line in an event; a blank one if it has none. */
  private String message() throws IOException {
    String message = "";
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return message;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isMessage = parser.currentName().equals(MESSAGE);
      JsonToken value = parser.nextToken();
      if (isMessage && value == JsonToken.VALUE_STRING) {
        message = text().stripTrailing();
      }
      parser.skipChildren();
    }
    return message;
  }

  /** Nothing after a string that is too long can be read: where it ends is not known. */
  private String text() throws IOException {
    try {
      return parser.getText();
    } catch (StreamConstraintsException e) {
      throw new IOException("event " + number + " is " + LineBuffer.TOO_LONG, e);
    }
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public boolean isCut() {
    return false;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
