// What the SDK for JavaScript must see: answers, typed errors, pages.
import { paginateListLanguages, TranslateClient, TranslateTextCommand } from "@aws-sdk/client-translate";

const client = new TranslateClient({ endpoint: process.env.TRANSLATE, region: "us-east-1" });
const text = (target) =>
  client.send(new TranslateTextCommand({ Text: "Hello.", SourceLanguageCode: "en", TargetLanguageCode: target }));

console.log((await text("es")).TranslatedText);
try {
  await text("fr");
} catch (error) {
  console.log(error.name, error.TargetLanguageCode);
}
let pages = 0;
for await (const page of paginateListLanguages({ client, pageSize: 2 }, {})) {
  pages += page.Languages.length > 0 ? 1 : 0;
}
console.log("pages", pages);
