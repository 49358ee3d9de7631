# Was `muwazana new` und `muwazana init` auf Deutsch in Seiten schreiben.

draft_summary = Ein oder zwei Sätze: Was erfährt man hier?
draft_article = Hier schreiben.
draft_start = Der eine Pol
draft_end = Der andere Pol
draft_stance = { $subject }: …

claim_title = Die Behauptung
for_title = Was dafür spricht
against_title = Was dagegen spricht
stands_title = Wo jede Seite steht, und wie sicher wir sind
change_title = Was uns umstimmen würde

subject_coffee = Kaffee
subject_tea = Tee
docs_title = Handbuch

home_summary = { $names }, Punkt für Punkt abgewogen.
home_text = Jeder Punkt ist ein eigener Artikel: was behauptet wird, was dafür und was dagegen spricht, und wo jede Seite steht. Die Skala darunter zeigt alle Punkte auf einen Blick.
home_more = Nach welchen Regeln das geschieht, steht auf der Seite [[about|So wägt diese Website ab]].
home_first = Am besten beginnt man hier: [[comparable]].
points_title = Vergleichspunkte
points_summary = Alle Punkte, in der Reihenfolge, in der sie sich am besten lesen.
points_text = Die Punkte lassen sich einzeln lesen. Nebeneinander stehen sie in [der Übersicht](/matrix/).
point_title = Was sich vergleichen lässt
point_summary = Wie ein Punkt aufgebaut ist: eine Behauptung, was dafür und was dagegen spricht, wo jede Seite steht, und was uns umstimmen würde.
point_stance = { $subject }: Ein Satz sagt, wo diese Seite hier steht.
point_start = Gar nicht
point_end = Ganz und gar
point_claim = Ein Punkt beginnt mit einer Behauptung, die falsch sein könnte. Sie sagt, was woran verglichen wird, damit sich beide Seiten an derselben [[scale]] messen lassen.
point_for = Hier steht, was für die Behauptung spricht. Wer es prüfen will, findet die Quelle daneben, so wie bei den Regeln von Markdown, in dem diese Seite geschrieben ist.[^commonmark]
point_against = Hier steht, was dagegen spricht, so wie es die Gegenseite selbst sagen würde. Ein Vergleich ohne Einwände hat noch nicht begonnen.
point_stands = Jede Seite hat ihren Platz zwischen den beiden Polen oben. Der Platz ist ein Urteil und keine Messung; dieser Abschnitt sagt, worauf es beruht und wie sicher es ist.
point_change = Zuletzt steht, was die Behauptung widerlegen würde: eine Zahl, ein Ereignis, eine bessere Quelle. Wer so etwas beibringt, ändert diese Seite.
terms_title = Begriffe
terms_summary = Wörter, die hier eine eigene Bedeutung haben.
terms_text = Wo eine Seite eines dieser Wörter gebraucht, ist seine Bedeutung nur einen Fingertipp entfernt.
term_title = Skala
term_summary = Die Linie zwischen zwei Polen, auf der jede Seite ihren Platz hat.
term_text = Jeder Punkt hat seine eigene Skala. Plätze auf zwei Skalen lassen sich nicht gegeneinanderhalten.
about_title = Über diese Website
about_summary = Wer hier abwägt, nach welchen Regeln, und wie man widerspricht.
about_rules_title = Die Regeln
about_rules = Jeder Punkt stellt dieselben Fragen in derselben Reihenfolge. Tatsachen und Urteile bleiben getrennt, und eine Tatsache nennt ihre Quelle.
about_correct_title = Berichtigungen
about_correct = Jede Seite lässt sich berichtigen. Sie ist eine Textdatei in Markdown, und wer es besser weiß, schreibt sie neu oder sagt es uns.

docs_home_summary = { $title }: alles an einem Ort.
docs_home_text = Wer neu ist, beginnt mit [[start]]. Wer sich auskennt, schlägt nach unter [[guide]].
start_title = Erste Schritte
start_summary = Vom Nichts zur ersten Seite, die man sehen kann.
start_see_title = Die Website ansehen
start_see = Ein Befehl baut die Website und zeigt sie auf diesem Rechner. Er folgt jeder Änderung.
start_write_title = Eine Seite ändern
start_write = Jede Seite ist ein Ordner in `content`, mit einer Textdatei für jede Sprache. Ändert man eine, ändert sich die Seite im Browser mit.
start_check_title = Prüfen
start_check = Vor der Veröffentlichung nennt ein Befehl alles, was nicht stimmt, mit Ort und Abhilfe.
guide_title = Leitfaden
guide_page_summary = Was man jeden Tag tut, Kapitel für Kapitel.
guide_page_text = Jedes Kapitel steht für sich.
pages_title = Seiten und Ordner
pages_summary = Wie aus einem Ordner eine Seite wird, und aus einer Seite ein Teil der Website.
pages_new_title = Eine neue Seite
pages_new = Eine neue Seite beginnt als Entwurf: Man sieht sie auf diesem Rechner, und veröffentlicht wird sie, wenn die Zeile `draft = true` gelöscht ist.
pages_order_title = Die Reihenfolge
pages_order = Die Zahl `order` in `page.toml` sagt, wo eine Seite unter ihren Nachbarn steht.
links_title = Verweise und Quellen
links_summary = Wie Seiten zueinander führen, und wie eine Aussage ihre Quelle nennt.
links_pages_title = Zu einer anderen Seite
links_pages = Zwei eckige Klammern und der Name eines Ordners ergeben einen Verweis, wie diesen auf [[pages]]. Fehlt die Seite, sagt es die Prüfung.
links_cite_title = Zu einer Quelle
links_cite = Eine Quelle wird einmal aufgeschrieben und überall mit ihrem Schlüssel angeführt, so wie die Regeln von Markdown.[^commonmark]
docs_about_summary = Wer hier schreibt, und wie man hilft.
