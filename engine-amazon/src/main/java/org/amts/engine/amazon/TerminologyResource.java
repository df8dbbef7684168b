package org.amts.engine.amazon;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.translate.model.ImportTerminologyResponse;
import software.amazon.awssdk.services.translate.model.MergeStrategy;
import software.amazon.awssdk.services.translate.model.ResourceNotFoundException;
import software.amazon.awssdk.services.translate.model.TerminologyData;
import software.amazon.awssdk.services.translate.model.TerminologyDataFormat;
import software.amazon.awssdk.services.translate.model.TerminologyProperties;

/**
 * The custom terminology of one language pair at the service; its description has the fingerprint
 * of its file. An import is done when the request is answered.
 */
record TerminologyResource(AmazonClients clients, String name, Consumer<String> notes) {

  /** Sees to it that the service has these terms. */
  void provide(PairFile file) {
    String description = "AMTS " + file.fingerprint();
    if (description.equals(descriptionThere())) {
      return;
    }
    ImportTerminologyResponse imported =
        Failures.explained(
            "import terminology " + name,
            () ->
                clients
                    .translate()
                    .importTerminology(
                        request ->
                            request
                                .name(name)
                                .description(description)
                                .mergeStrategy(MergeStrategy.OVERWRITE)
                                .terminologyData(
                                    TerminologyData.builder()
                                        .file(SdkBytes.fromByteArray(file.bytes()))
                                        .format(TerminologyDataFormat.CSV)
                                        .build())));
    TerminologyProperties properties = imported.terminologyProperties();
    int skipped =
        properties == null || properties.skippedTermCount() == null
            ? 0
            : properties.skippedTermCount();
    if (skipped > 0) {
      notes.accept(
          "amazon: terminology "
              + name
              + ": "
              + skipped
              + " terms skipped; "
              + properties.message());
      if (imported.auxiliaryDataLocation() != null) {
        ImportErrors.read(imported.auxiliaryDataLocation().location())
            .forEach(line -> notes.accept("amazon: terminology " + name + ": " + line));
      }
    }
  }

  void delete() {
    try {
      clients.translate().deleteTerminology(request -> request.name(name));
    } catch (ResourceNotFoundException e) {
      // it is gone already
    } catch (SdkException e) {
      throw Failures.explain("delete terminology " + name, e);
    }
  }

  private @Nullable String descriptionThere() {
    try {
      return clients
          .translate()
          .getTerminology(request -> request.name(name))
          .terminologyProperties()
          .description();
    } catch (ResourceNotFoundException e) {
      return null;
    } catch (SdkException e) {
      throw Failures.explain("look after terminology " + name, e);
    }
  }
}
