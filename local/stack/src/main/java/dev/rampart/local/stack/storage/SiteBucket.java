package dev.rampart.local.stack.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The objects of a bucket that holds a site, in memory. Safe for use by many threads. */
public final class SiteBucket {
  private static final int FILES_MAX = 200;
  private static final int FILE_BYTES_MAX = 2 * 1024 * 1024;

  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();

  /**
   * Returns a bucket with the files of a folder; one without files if there is no such folder.
   *
   * @throws IOException if there are too many files or too large ones, or one cannot be read
   */
  public static SiteBucket of(Path folder) throws IOException {
    SiteBucket bucket = new SiteBucket();
    if (Files.isDirectory(folder)) {
      for (Path file : list(folder)) {
        bucket.put(folder.relativize(file).toString().replace('\\', '/'), read(file));
      }
    }
    return bucket;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).limit(FILES_MAX + 1L).sorted().toList();
      if (files.size() > FILES_MAX) {
        throw new IOException(folder + " has more than " + FILES_MAX + " files");
      }
      return files;
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw new IOException(file + " has more than " + FILE_BYTES_MAX + " bytes");
    }
    return Files.readAllBytes(file);
  }

  /** Puts an object in place of another of that key, if there is one. */
  public void put(String key, byte[] content) {
    files.put(key, StoredFile.of(key, content));
  }

  /** Returns whether there is nothing in it. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  Optional<StoredFile> get(String key) {
    return Optional.ofNullable(files.get(key));
  }
}
