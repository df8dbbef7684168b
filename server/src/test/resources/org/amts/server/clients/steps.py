"""The steps of a book's maintainer, with boto3: upload, parallel data, jobs, download."""
import os
import time

import boto3

s3 = boto3.client("s3", endpoint_url=os.environ["S3"])
translate = boto3.client("translate", endpoint_url=os.environ["TRANSLATE"])

print("real time:", translate.translate_text(
    Text="Hello.", TerminologyNames=[], SourceLanguageCode="en", TargetLanguageCode="es")["TranslatedText"])
try:
    translate.translate_text(Text="Hello.", SourceLanguageCode="en", TargetLanguageCode="fr")
except translate.exceptions.UnsupportedLanguagePairException as e:
    print(e.response["Error"]["Code"], e.response["TargetLanguageCode"])

s3.create_bucket(Bucket="books")
s3.put_object(Bucket="books", Key="pairs.csv", Body="en,es\nSee you soon.,Hasta pronto.\n".encode())
s3.put_object(Bucket="books", Key="in/a.txt", Body=b"See you soon.\n")
translate.create_parallel_data(
    Name="pairs", ParallelDataConfig={"S3Uri": "s3://books/pairs.csv", "Format": "CSV"})
while translate.get_parallel_data(Name="pairs")["ParallelDataProperties"]["Status"] == "CREATING":
    time.sleep(0.1)


def job(parallel_data_names):
    identifier = translate.start_text_translation_job(
        InputDataConfig={"S3Uri": "s3://books/in/", "ContentType": "text/plain"},
        OutputDataConfig={"S3Uri": "s3://books/out/"},
        DataAccessRoleArn="arn:aws:iam::123456789012:role/translate",
        SourceLanguageCode="en",
        TargetLanguageCodes=["es"],
        ParallelDataNames=parallel_data_names)["JobId"]
    while True:
        properties = translate.describe_text_translation_job(JobId=identifier)["TextTranslationJobProperties"]
        if properties["JobStatus"] == "COMPLETED":
            break
        time.sleep(0.1)
    folder = properties["OutputDataConfig"]["S3Uri"].split("/", 3)[3]
    return s3.get_object(Bucket="books", Key=folder + "es.a.txt")["Body"].read().decode().strip()


print("plain:", job([]))
print("adapted:", job(["pairs"]))
