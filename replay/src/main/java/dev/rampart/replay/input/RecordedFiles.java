package dev.rampart.replay.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final String PACKED_NAME_END = ".gz";
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
  public static List<String> named(List<String> names) throws NoSuchFileException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      Path path = Path.of(name);
      if (name.equals(STANDARD_INPUT)) {
        files.add(name);
      } else if (Files.isDirectory(path)) {
        SortedSet<String> below = new TreeSet<>();
        collect(path, new HashSet<>(), below);
        files.addAll(below);
      } else if (Files.notExists(path)) {
        throw new NoSuchFileException(name);
      } else {
        files.add(name);
      }
    }
    return files;
  }

  /**
   * A folder that was seen may hold a link to itself. What cannot be looked at stands for itself:
   * it fails where its lines are read.
   */
  private static void collect(Path path, Set<Path> seen, Collection<String> files) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!(attributes.isDirectory() || attributes.isRegularFile())
          || !seen.add(path.toRealPath())) {
        return;
      }
      if (attributes.isDirectory()) {
        entries(path).forEach(entry -> collect(entry, seen, files));
      } else {
        files.add(path.toString());
      }
    } catch (NoSuchFileException _) {
      // A link to nothing, or a file that was removed in between.
    } catch (IOException _) {
      files.add(path.toString());
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Opens a file; what begins like gzip is unpacked, and what begins like the answer of CloudWatch
   * Logs to a request for events is read as one, whatever the name.
   */
  static LineSource open(String name) throws IOException {
    InputStream raw = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name));
    try {
      return lines(raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static LineSource lines(InputStream raw) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, START_BYTES);
    byte[] start = in.readNBytes(START_BYTES);
    in.unread(start);
    if (!isPacked(start)) {
      return lines(in, start);
    }
    InputStream unpacked = new GZIPInputStream(in, BUFFER_BYTES);
    byte[] unpackedStart = startOf(unpacked);
    return lines(
        new SequenceInputStream(new ByteArrayInputStream(unpackedStart), unpacked), unpackedStart);
  }

  private static boolean isPacked(byte[] start) {
    return start.length >= 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
  }

  /**
   * Returns whether a file is not packed although its name says so, as what was unpacked on its way
   * here, or is something else.
   */
  static boolean isMisnamed(String name) throws IOException {
    if (!name.endsWith(PACKED_NAME_END) || !canBeReadTwice(name)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return !isPacked(in.readNBytes(START_BYTES));
    }
  }

  /** Returns whether a file can be read again, as standard input and pipes cannot. */
  static boolean canBeReadTwice(String name) {
    return !name.equals(STANDARD_INPUT) && Files.isRegularFile(Path.of(name));
  }

  /** Returns how a stream begins, as far as it can be read: what fails here fails again later. */
  private static byte[] startOf(InputStream in) throws IOException {
    byte[] start = new byte[START_BYTES];
    int length = 0;
    try {
      int read;
      do {
        read = in.read(start, length, START_BYTES - length);
        length += Math.max(0, read);
      } while (read > 0 && length < START_BYTES);
    } catch (IOException e) {
      if (length == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(start, length);
  }

  private static LineSource lines(InputStream in, byte[] start) throws IOException {
    return LogEventsDocument.beginsWith(start) ? new LogEventsDocument(in) : new RecordedLines(in);
  }
}
