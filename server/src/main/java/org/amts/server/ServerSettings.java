package org.amts.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a server is set up. Immutable.
 *
 * @param host name or address of the interface to listen on
 * @param port of the service and the page; 0 for any free one
 * @param s3Port of S3; 0 for any free one
 * @param data folder for objects, the database and the keys
 * @param databaseUrl JDBC URL of another database than the one in {@code data}; null for that one
 * @param tls key store for TLS; null for none, which only a loopback address allows
 */
public record ServerSettings(
    String host, int port, int s3Port, Path data, @Nullable String databaseUrl, @Nullable Tls tls) {

  /**
   * The certificate of the server.
   *
   * @param keyStore file of a PKCS #12 key store
   * @param password of the key store
   */
  public record Tls(Path keyStore, String password) {

    /**
     * Opens the key store, so that what is wrong with it is told before anything listens.
     *
     * @throws IOException if it is missing, damaged, or has another password
     */
    void check() throws IOException {
      try (InputStream file = Files.newInputStream(keyStore)) {
        KeyStore.getInstance("PKCS12").load(file, password.toCharArray());
      } catch (NoSuchFileException e) {
        throw e;
      } catch (IOException | GeneralSecurityException e) {
        throw new IOException(
            keyStore + ": cannot be opened as a PKCS #12 key store: " + e.getMessage(), e);
      }
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Tls[" + keyStore + "]";
    }
  }

  /**
   * Checks that strangers cannot listen in.
   *
   * @throws IllegalArgumentException if a port is out of range, the host is not known, or is no
   *     loopback address and there is no TLS
   */
  public ServerSettings {
    Objects.requireNonNull(data, "data");
    checkPort(port);
    checkPort(s3Port);
    if (tls == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "without TLS, the server listens on this machine only, and "
              + host
              + " can be reached from others: give it a key store with a certificate");
    }
  }

  /** Listens on 127.0.0.1, without TLS, with a database in the data folder. */
  public static ServerSettings loopback(int port, int s3Port, Path data) {
    return new ServerSettings("127.0.0.1", port, s3Port, data, null, null);
  }

  private static void checkPort(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + ": not in 0..65535");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(host + ": no such host", e);
    }
  }
}
