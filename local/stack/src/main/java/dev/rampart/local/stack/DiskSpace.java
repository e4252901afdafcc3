package dev.rampart.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether tables and logs have room to grow where they lie. */
record DiskSpace(Path folder) {
  /** Room for one large write and the lines about it; with less, writes fail at any moment. */
  private static final long BYTES_MIN = 4L * 1024 * 1024;

  /** Returns what is wrong, in one sentence; empty if nothing is. */
  Optional<String> problem() {
    try {
      if (!Files.isWritable(folder)) {
        return Optional.of("The folder " + folder + " cannot be written.");
      }
      long left = Files.getFileStore(folder).getUsableSpace();
      return left >= BYTES_MIN
          ? Optional.empty()
          : Optional.of(
              "%d bytes are left on the disk of %s; tables and logs need %d."
                  .formatted(left, folder, BYTES_MIN));
    } catch (IOException e) {
      return Optional.of("The folder " + folder + " cannot be read: " + FileFault.words(e) + ".");
    }
  }
}
