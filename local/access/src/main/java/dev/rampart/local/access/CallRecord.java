package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls of a run, each kind once, one line of JSON each, in a file that stays after the run.
 * Safe for use by many threads.
 */
public final class CallRecord {
  /** What the file is called in the folder of a run's logs. */
  public static final String FILE = "calls.jsonl";

  /** Kinds of calls that are kept; a template with ten functions has some hundred. */
  static final int KINDS_MAX = 4096;

  private static final System.Logger LOG = System.getLogger(CallRecord.class.getName());
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Path file;
  private final Set<RecordedCall> kinds = new HashSet<>();

  private CallRecord(Path file) {
    this.file = file;
  }

  /** Begins a file anew. */
  public static CallRecord begin(Path file) throws IOException {
    var _ = Files.writeString(file, "");
    return new CallRecord(file);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is not one of calls, or has not all of them
   */
  public static List<RecordedCall> read(Path file) throws IOException {
    List<RecordedCall> calls = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      calls.add(JSON.readValue(line, RecordedCall.class));
    }
    if (calls.size() >= KINDS_MAX) {
      throw new IOException("it is full: calls of other kinds came after the first " + KINDS_MAX);
    }
    return List.copyOf(calls);
  }

  /** Takes a call; returns whether it is the first of its kind. */
  public boolean add(RecordedCall call) {
    synchronized (this) {
      if (kinds.size() >= KINDS_MAX || !kinds.add(call.kind())) {
        return false;
      }
      write(call);
    }
    return true;
  }

  /** A call is not to fail because it cannot be written down. */
  private void write(RecordedCall call) {
    try {
      var _ = Files.writeString(file, line(call), StandardOpenOption.APPEND);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A call is not recorded", e);
    }
  }

  private static String line(RecordedCall call) {
    try {
      return JSON.writeValueAsString(call) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
