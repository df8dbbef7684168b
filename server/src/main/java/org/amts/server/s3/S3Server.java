package org.amts.server.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.amts.server.AccessKeys;
import org.amts.server.ServerSettings;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/**
 * S3 for clients, over files: the object {@code a/b} of a bucket is the file {@code s3/bucket/a/b}
 * of the data folder. Requests must be signed with the server's keys. Buckets are made through the
 * interface, as with Amazon's.
 */
public final class S3Server implements AutoCloseable {

  /** A body that is signed as a whole is held in memory; clients send larger ones in parts. */
  private static final long MOST_BYTES_SIGNED_WHOLE = 32L << 20;

  /** Connections beyond these wait. */
  private static final int THREADS = 32;

  private final S3Proxy proxy;
  private final ObjectStore objects;
  private final URI endpoint;

  private S3Server(S3Proxy proxy, ObjectStore objects, URI endpoint) {
    this.proxy = proxy;
    this.objects = objects;
    this.endpoint = endpoint;
  }

  /**
   * Starts to serve.
   *
   * @throws IOException if the port is taken, or the data folder cannot be used
   */
  public static S3Server start(ServerSettings settings, AccessKeys keys) throws IOException {
    Path folder = settings.data().toAbsolutePath().resolve("s3");
    Files.createDirectories(folder);
    Properties properties = new Properties();
    // The name that s3proxy has kept from the library it was built on.
    properties.setProperty("jclouds.filesystem.basedir", folder.toString());
    BlobStore store = new PlainKeys(BlobStores.create("filesystem-nio2", properties));
    S3Proxy.Builder builder =
        S3Proxy.builder()
            .blobStore(store)
            // boto3 signs the addresses that it gives away in the old form.
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, keys.id(), keys.secret())
            .v4MaxNonChunkedRequestSize(MOST_BYTES_SIGNED_WHOLE)
            .jettyMaxThreads(THREADS)
            .ignoreUnknownHeaders(true);
    ServerSettings.Tls tls = settings.tls();
    URI address = address(tls != null, settings.host(), settings.s3Port());
    if (tls == null) {
      builder.endpoint(address);
    } else {
      builder.secureEndpoint(address).keyStore(tls.keyStore().toString(), tls.password());
    }
    S3Proxy proxy = builder.build();
    try {
      proxy.start();
    } catch (IOException e) {
      throw new IOException("cannot serve S3 at " + address + ": " + e.getMessage(), e);
    } catch (Exception e) {
      throw new IOException("cannot start S3: " + e.getMessage(), e);
    }
    int port = tls == null ? proxy.getPort() : proxy.getSecurePort();
    URI endpoint = address(tls != null, settings.host(), port);
    return new S3Server(proxy, new FileObjectStore(store, endpoint, keys), endpoint);
  }

  private static URI address(boolean isSecure, String host, int port) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create((isSecure ? "https://" : "http://") + name + ":" + port);
  }

  /** Where clients find it. */
  public URI endpoint() {
    return endpoint;
  }

  /** The same objects, from inside the server. */
  public ObjectStore objects() {
    return objects;
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not stop", e);
    }
  }
}
