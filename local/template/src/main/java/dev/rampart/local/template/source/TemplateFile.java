package dev.rampart.local.template.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads the text of a template from a file of any kind and size: one that could block or that has
 * no end is refused before it is opened.
 */
public final class TemplateFile {
  /** In bytes; CloudFormation takes no larger template, not even from S3. */
  public static final int SIZE_MAX = 1024 * 1024;

  private final Path path;

  private TemplateFile(Path path) {
    this.path = path;
  }

  /**
   * Returns the text of a file.
   *
   * @throws TemplateException if it cannot be read, is too large or is no text
   */
  public static String text(Path path) {
    return new TemplateFile(path).text();
  }

  private String text() {
    try {
      checkKind();
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (CharacterCodingException _) {
      throw fault("the template is not UTF-8 text");
    } catch (NoSuchFileException _) {
      throw fault("there is no such file");
    } catch (AccessDeniedException _) {
      throw fault("the file may not be read, see its permissions");
    } catch (IOException _) {
      throw fault("the template cannot be read");
    }
  }

  private void checkKind() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw fault("this is a directory, name the template in it");
    }
    if (!attributes.isRegularFile()) {
      throw fault("this is no regular file");
    }
    checkSize(attributes.size());
  }

  /** The file may have grown since its size was looked at. */
  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(SIZE_MAX + 1);
      checkSize(bytes.length);
      return bytes;
    }
  }

  private void checkSize(long size) {
    if (size > SIZE_MAX) {
      throw fault(
          "the file is larger than "
              + SIZE_MAX
              + " bytes, CloudFormation takes no larger template");
    }
  }

  private TemplateException fault(String what) {
    return new TemplateException(path.toString(), 0, what);
  }
}
