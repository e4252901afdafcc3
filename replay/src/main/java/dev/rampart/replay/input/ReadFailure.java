package dev.rampart.replay.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.zip.ZipException;

/** Says why a file could not be read, in words that do not repeat its name. */
final class ReadFailure {
  private ReadFailure() {}

  static String reason(IOException failure) {
    return switch (failure) {
      // These have no message, or one about a buffer or a class of the parser.
      case EOFException _ -> "it ends too early, in the middle of what is packed";
      case JsonEOFException _ -> "it ends too early, in the middle of a document";
      case ZipException broken -> "what is packed is broken: " + message(broken);
      // The whole message has a line of its own for the place.
      case JsonProcessingException json -> json.getOriginalMessage();
      // The message of these is the name of the file.
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it is not there any more";
      case FileSystemException other ->
          Optional.ofNullable(other.getReason()).orElseGet(other::toString);
      default -> message(failure);
    };
  }

  private static String message(IOException failure) {
    return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
  }
}
