package org.amts.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.amts.engine.TranslationEngine;
import org.amts.server.AccessKeys;
import org.amts.server.AmtsServer;
import org.amts.server.ServerSettings;
import org.amts.server.protocol.ResourceName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts serve}: Amazon Translate and S3 on this machine. */
@Command(
    name = "serve",
    description = {
      "Serve the interface of Amazon Translate, and S3 beside it, on this machine.",
      "Clients of AWS work with nothing changed but the endpoints. Runs until it is interrupted;",
      "jobs that have not ended go on at the next start."
    },
    footer = {
      "",
      "Examples:",
      "  amts serve",
      "  amts serve --port 8000 --s3-port 8001 --data /var/lib/amts",
      "  AMTS_TLS_PASSWORD=… amts serve --host 0.0.0.0 --tls-key-store server.p12"
    })
final class ServeCommand implements Callable<Integer> {

  private static final String TLS_PASSWORD = "AMTS_TLS_PASSWORD";

  @ParentCommand private Amts amts;

  @Mixin private EngineOptions engineOptions;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "4566",
      description = "Port of the service and its page (default: ${DEFAULT-VALUE}); 0 for any.")
  private int port;

  @Option(
      names = "--s3-port",
      paramLabel = "N",
      defaultValue = "4567",
      description = "Port of S3 (default: ${DEFAULT-VALUE}); 0 for any.")
  private int s3Port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "amts-data",
      description = "Folder for objects, jobs, keys and logs (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Address to listen on (default: ${DEFAULT-VALUE}); one that other machines reach needs",
        "--tls-key-store."
      })
  private String host;

  @Option(
      names = "--tls-key-store",
      paramLabel = "FILE",
      description = {
        "PKCS #12 file with the certificate for TLS; its password is taken from the environment,",
        TLS_PASSWORD + "."
      })
  private @Nullable Path keyStore;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "JDBC URL of a PostgreSQL database, in the place of the one in DIR.")
  private @Nullable String database;

  @Option(names = "--json", description = "Print the endpoints as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerSettings settings = settings();
    boolean hadKeys = AccessKeys.exist(data);
    try (TranslationEngine engine = engineOptions.open(amts::note);
        AmtsServer server = AmtsServer.start(settings, engine)) {
      print(server, hadKeys);
      waitForTheEnd(server);
    }
    return ExitCode.OK.code();
  }

  private ServerSettings settings() {
    ServerSettings.Tls tls = null;
    if (keyStore != null) {
      String password = System.getenv(TLS_PASSWORD);
      if (password == null) {
        throw new CommandFailure(
            ExitCode.USAGE, "set " + TLS_PASSWORD + " to the password of " + keyStore);
      }
      tls = new ServerSettings.Tls(keyStore, password);
    }
    try {
      return new ServerSettings(host, port, s3Port, data, database, tls);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private void print(AmtsServer server, boolean hadKeys) throws IOException {
    PrintWriter out = amts.console().out();
    if (json) {
      try (JsonGenerator line = JsonLines.to(out)) {
        line.writeStartObject();
        line.writeStringField("translate", server.endpoint().toString());
        line.writeStringField("s3", server.s3Endpoint().toString());
        line.writeStringField("keys", data.resolve("keys.json").toString());
        JsonLines.endLine(line);
      }
      out.flush();
      return;
    }
    if (!hadKeys) {
      AccessKeys keys = AccessKeys.of(data);
      out.println("export AWS_ACCESS_KEY_ID=" + keys.id());
      out.println("export AWS_SECRET_ACCESS_KEY=" + keys.secret());
      amts.note("These keys are shown once; they are kept in " + data.resolve("keys.json") + ".");
    }
    // Some clients read the one, some the other.
    out.println("export AWS_DEFAULT_REGION=" + ResourceName.REGION);
    out.println("export AWS_REGION=" + ResourceName.REGION);
    export(out, "AWS_ENDPOINT_URL_TRANSLATE", server.endpoint());
    export(out, "AWS_ENDPOINT_URL_S3", server.s3Endpoint());
    out.flush();
    amts.note("The page is at " + server.endpoint() + "/ . Press Ctrl-C to end.");
  }

  private static void export(PrintWriter out, String name, URI endpoint) {
    out.println("export " + name + "=" + endpoint);
  }

  /** Ctrl-C ends the process by its hooks: the server gets the time to end what has begun. */
  private static void waitForTheEnd(AmtsServer server) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end"));
    new CountDownLatch(1).await();
  }
}
