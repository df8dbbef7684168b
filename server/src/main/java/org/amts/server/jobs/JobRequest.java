package org.amts.server.jobs;

import java.util.List;
import org.amts.server.engines.TranslationSettings;
import org.amts.server.protocol.EncryptionKey;
import org.jspecify.annotations.Nullable;

/** What a client wants of a job; the components are the members of the service's shape. */
record JobRequest(
    @Nullable String jobName,
    InputDataConfig inputDataConfig,
    OutputDataConfig outputDataConfig,
    String dataAccessRoleArn,
    String sourceLanguageCode,
    List<String> targetLanguageCodes,
    @Nullable List<String> terminologyNames,
    @Nullable List<String> parallelDataNames,
    @Nullable String clientToken,
    @Nullable TranslationSettings settings) {

  /** Where the documents are. */
  record InputDataConfig(String s3Uri, String contentType) {}

  /** Where the translations go. */
  record OutputDataConfig(String s3Uri, @Nullable EncryptionKey encryptionKey) {}

  /** The account in the role, which begins the name of the output's folder. */
  String account() {
    return dataAccessRoleArn.split(":", 6)[4];
  }

  /** The terminology; null for none. */
  @Nullable String terminology() {
    return terminologyNames == null || terminologyNames.isEmpty() ? null : terminologyNames.get(0);
  }

  /** The parallel data; null for none. */
  @Nullable String parallelData() {
    return parallelDataNames == null || parallelDataNames.isEmpty()
        ? null
        : parallelDataNames.get(0);
  }
}
