package dev.mastro.query.document;

import dev.mastro.query.platform.MalformedRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class DocumentController {

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @Operation(
            summary = "An invoice as PDF: as it stands, or the edition that was issued.",
            responses = @ApiResponse(content = @Content(mediaType = "application/pdf")))
    @GetMapping("/invoices/{number}.pdf")
    ResponseEntity<byte[]> invoice(
            @PathVariable String number, @RequestParam(defaultValue = "current") String edition) {
        return switch (edition) {
            case "current" -> file(documents.currentInvoice(number));
            case "issued" -> file(documents.issuedInvoice(number));
            default -> throw new MalformedRequest("edition", edition, "current or issued");
        };
    }

    @Operation(
            summary = "A credit note as PDF.",
            responses = @ApiResponse(content = @Content(mediaType = "application/pdf")))
    @GetMapping("/credit-notes/{number}.pdf")
    ResponseEntity<byte[]> creditNote(@PathVariable String number) {
        return file(documents.creditNote(number));
    }

    @Operation(
            summary = "The receipt of a payment as PDF.",
            responses = @ApiResponse(content = @Content(mediaType = "application/pdf")))
    @GetMapping("/payments/{reference}/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable String reference) {
        return file(documents.receipt(reference));
    }

    private static ResponseEntity<byte[]> file(DocumentFile file) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag("\"" + file.sha256() + "\"")
                .cacheControl(CacheControl.noCache())
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file.name()).build().toString())
                .body(file.bytes());
    }
}
