package dev.rampart.replay.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files that are replayed. */
public final class RecordedFiles {
  /** Longest line, in MB: a subscription delivers up to 1 MB, before JSON escapes it. */
  public static final int LINE_MEGABYTES_MAX = 16;

  private static final String STANDARD_INPUT = "-";
  private static final int BUFFER_BYTES = 1 << 16;

  /** Enough to tell what a file is. */
  private static final int START_BYTES = 128;

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private RecordedFiles() {}

  /**
   * Returns the files that names stand for: a folder for all files in it and below, in the order of
   * their paths; {@code -} for standard input. Links are followed, and what several paths of a
   * folder lead to is there once.
   *
   * @throws NoSuchFileException if there is no such file
   */
  public static List<String> named(List<String> names) throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      Path path = Path.of(name);
      if (name.equals(STANDARD_INPUT)) {
        files.add(name);
      } else if (Files.isDirectory(path)) {
        SortedSet<String> below = new TreeSet<>();
        collect(path, new HashSet<>(), below);
        files.addAll(below);
      } else if (Files.exists(path)) {
        files.add(name);
      } else {
        throw new NoSuchFileException(name);
      }
    }
    return files;
  }

  /** A folder that was seen may hold a link to itself. */
  private static void collect(Path path, Set<Path> seen, Collection<String> files)
      throws IOException {
    boolean isFolder = Files.isDirectory(path);
    if (!(isFolder || Files.isRegularFile(path)) || !seen.add(path.toRealPath())) {
      return;
    }
    if (!isFolder) {
      files.add(path.toString());
      return;
    }
    List<Path> entries;
    try (Stream<Path> all = Files.list(path)) {
      entries = all.sorted().toList();
    }
    for (Path entry : entries) {
      collect(entry, seen, files);
    }
  }

  /**
   * Opens a file; what begins like gzip is unpacked, and what begins like the answer of CloudWatch
   * Logs to a request for events is read as one, whatever the name.
   */
  static LineSource open(String name) throws IOException {
    InputStream raw = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name));
    PushbackInputStream in = new PushbackInputStream(raw, START_BYTES);
    byte[] start = start(in);
    boolean packed =
        start.length >= 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
    if (!packed) {
      return lines(in, start);
    }
    PushbackInputStream unpacked =
        new PushbackInputStream(new GZIPInputStream(in, BUFFER_BYTES), START_BYTES);
    return lines(unpacked, start(unpacked));
  }

  /** Returns whether a file can be read again, as standard input and pipes cannot. */
  static boolean canBeReadTwice(String name) {
    return !name.equals(STANDARD_INPUT) && Files.isRegularFile(Path.of(name));
  }

  private static byte[] start(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(START_BYTES);
    in.unread(start);
    return start;
  }

  private static LineSource lines(InputStream in, byte[] start) throws IOException {
    return LogEventsDocument.beginsWith(start) ? new LogEventsDocument(in) : new RecordedLines(in);
  }
}
