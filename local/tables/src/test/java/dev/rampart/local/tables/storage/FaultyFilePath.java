package dev.rampart.local.tables.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** Files named {@code faulty:…}, to which writes fail after half their bytes while that is set. */
public final class FaultyFilePath extends FilePathWrapper {
  static final String CAUSE = "No space left on device";
  static final AtomicBoolean FAILING = new AtomicBoolean();

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(super.open(mode));
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel file;

    Channel(FileChannel file) {
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      if (!FAILING.get()) {
        return file.write(bytes, position);
      }
      var _ = file.write(bytes.slice(bytes.position(), bytes.remaining() / 2), position);
      throw new IOException(CAUSE);
    }

    @Override
    public synchronized int read(ByteBuffer bytes, long position) throws IOException {
      return file.read(bytes, position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
