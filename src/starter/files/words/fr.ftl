# Ce que `muwazana new` et `muwazana init` écrivent dans les pages, en français.

draft_summary = Une ou deux phrases : qu’apprend-on ici ?
draft_article = Écrivez ici.
draft_start = Un pôle
draft_end = L’autre pôle
draft_stance = { $subject } : …

claim_title = La thèse
for_title = Ce qui plaide pour
against_title = Ce qui plaide contre
stands_title = Où chacun se situe, et notre degré de certitude
change_title = Ce qui nous ferait changer d’avis

subject_coffee = Café
subject_tea = Thé
docs_title = Manuel

home_summary = { $names } : la comparaison, point par point.
home_text = Chaque point est un article : ce qui est affirmé, ce qui plaide pour et contre, et où chacun se situe. L’échelle ci-dessous montre tous les points d’un coup d’œil.
home_more = Les règles se trouvent à la page [[about|Comment ce site compare]].
home_first = Pour commencer : [[comparable]].
points_title = Points de comparaison
points_summary = Tous les points, dans l’ordre où il vaut mieux les lire.
points_text = Les points se lisent un par un. [Le tableau](/matrix/) les met côte à côte.
point_title = Ce qui peut se comparer
point_summary = Comment un point est fait : une thèse, ce qui plaide pour et contre, où chacun se situe, et ce qui nous ferait changer d’avis.
point_stance = { $subject } : une phrase dit où il se situe sur ce point.
point_start = Pas du tout
point_end = Entièrement
point_claim = Un point commence par une thèse qui pourrait être fausse. Elle dit ce que l’on compare, et selon quoi, pour que les deux côtés se mesurent à la même [[scale|échelle]].
point_for = Ici se trouve ce qui plaide pour la thèse. Qui veut vérifier trouve la source à côté, comme pour les règles de Markdown, dans lequel cette page est écrite.[^commonmark]
point_against = Ici se trouve ce qui plaide contre, comme ses défenseurs le diraient eux-mêmes. Une comparaison sans objection n’a pas commencé.
point_stands = Chaque sujet a sa place entre les deux pôles ci-dessus. Cette place est un jugement et non une mesure ; cette section dit sur quoi il repose, et avec quelle certitude.
point_change = Vient enfin ce qui réfuterait la thèse : un chiffre, un événement, une meilleure source. Qui en apporte un change cette page.
terms_title = Termes
terms_summary = Des mots qui ont ici un sens propre.
terms_text = Partout où une page emploie l’un de ces mots, son sens est à portée de doigt.
term_title = Échelle
term_summary = La ligne entre deux pôles sur laquelle chaque sujet a sa place.
term_text = Chaque point a sa propre échelle. Les places sur deux échelles ne se comparent pas.
about_title = À propos de ce site
about_summary = Qui compare ici, selon quelles règles, et comment objecter.
about_rules_title = Les règles
about_rules = Chaque point pose les mêmes questions dans le même ordre. Les faits et les jugements restent séparés, et un fait nomme sa source.
about_correct_title = Corrections
about_correct = Toute page peut être corrigée. C’est un fichier texte en Markdown ; qui en sait plus la réécrit ou nous le dit.

docs_home_summary = Tout sur { $title }, en un seul endroit.
docs_home_text = Pour débuter : [[start]]. Pour retrouver quelque chose : [[guide]].
start_title = Premiers pas
start_summary = De rien à une première page que l’on peut voir.
start_see_title = Voir le site
start_see = Une commande construit le site et le montre sur cet ordinateur. Elle suit chaque changement.
start_write_title = Modifier une page
start_write = Chaque page est un dossier dans `content`, avec un fichier texte par langue. Modifiez-en un, et la page change dans le navigateur.
start_check_title = Vérifier
start_check = Avant la publication, une commande nomme tout ce qui ne va pas, avec l’endroit et le remède.
guide_title = Guide
guide_page_summary = Ce que l’on fait tous les jours, chapitre par chapitre.
guide_page_text = Chaque chapitre se suffit à lui-même.
pages_title = Pages et dossiers
pages_summary = Comment un dossier devient une page, et une page une partie du site.
pages_new_title = Une nouvelle page
pages_new = Une nouvelle page commence comme brouillon : elle se voit sur cet ordinateur, et elle est publiée quand la ligne `draft = true` est retirée.
pages_order_title = L’ordre
pages_order = Le nombre `order` dans `page.toml` dit où une page se place parmi ses voisines.
links_title = Liens et notes
links_summary = Comment les pages mènent l’une à l’autre, et comment une affirmation nomme sa source.
links_pages_title = Vers une autre page
links_pages = Des crochets doubles et le nom d’un dossier font un lien, comme celui-ci vers [[pages]]. Si la page n’existe pas, la vérification le dit.
links_cite_title = Vers une source
links_cite = Une source est notée une seule fois, puis citée par sa clé partout où elle sert, comme les règles de Markdown.[^commonmark]
docs_about_summary = Qui écrit ici, et comment aider.
