# The words of the interface in English. This file is the contract: every language has exactly these messages, and no
# message uses a variable that it does not use here. $form is the plural form that CLDR has for $number; $languages and
# $subjects are how many the site has, and may be used in any message.

skip_to_content = Skip to the content
main_navigation = Main
menu = Menu
theme = Colours
theme_system = as the system
theme_light = light
theme_dark = dark
language_switch = Language
words_licence = Words:
repository = Source code
feed = Feed

on_this_page = On this page
notes_title = Sources and notes
note_back = Back to the text
note_back_to = Back to the text { $number }
accessed = Accessed
published = Published
updated = Updated
edit_page = Edit this page
previous = Previous
next = Next
neighbours = Previous and next
pages = Pages
all_pages = All pages
breadcrumbs = You are here
related_title = Related
backlinks_title = What links here
terms_used_title = Terms used here
children_title = In this section
draft = This page is a draft. Only those who edit the site see it.
stand_in = This page is not yet in English. You are reading it in { $language }.
section_missing = This section is not yet in English.
section_behind = The text of this section in { $language } is newer.
head_behind = The opening of this page in { $language } is newer.
read_parallel = Read the languages side by side

dimension = Dimension
dimensions_title = Point by point
dimensions_count =
    { $form ->
        [one] { $number } dimension
       *[other] { $number } dimensions
    }
stances_title = Where each stands
kind_similarity = Claim: similarity
kind_difference = Claim: difference
kind_synthesis = Conclusion
finding_alike = Found: alike
finding_different = Found: different
finding_depends = Found: it depends
finding_unknown = Found: not known
axis = Scale
scale_title = The scale
scale_note = Each line is one dimension between its two poles, and the editors have placed the marks: a judgement, not a measurement. A bar says that cases lie apart, or that the evidence leaves the place open; the mark on it is only its middle. Marks that lie close show by themselves neither a difference nor a likeness: what was found is said in words.
matrix_title = Matrix
matrix_summary = Every dimension, with where each side stands.
balance_title = The balance
balance_summary =
    { $subjects ->
        [2] When you say how alike the two are, which dimensions does that rest on? Give each the weight that it has for you, and see what moves the balance. It measures no likeness: it shows what an impression depends on.
       *[other] When you say how alike they are, which dimensions does that rest on? Give each the weight that it has for you, and see what moves the balance. It measures no likeness: it shows what an impression depends on.
    }
balance_reading =
    { $subjects ->
        [2] The range runs from the nearest to the furthest that the bars allow, by these weights: 0 if the two marks fell together on every scale, 100 if they stood at its opposite ends. A bar is long where the evidence leaves a place open, or where what is compared has cases that lie apart; each dimension says which. The mark in the range takes the middle of every bar, where no case need stand.
       *[other] The range runs from the nearest to the furthest that the bars allow, by these weights: 0 if the marks of two of them fell together on every scale, 100 if they stood at its opposite ends. A bar is long where the evidence leaves a place open, or where what is compared has cases that lie apart; each dimension says which. The mark in the range takes the middle of every bar, where no case need stand.
    }
balance_open = Weigh the dimensions yourself
balance_alike = Marks close together
balance_different = Marks far apart
balance_range = Average distance { $middle } of { $all } (the bars allow { $low } to { $high })
balance_nothing = Nothing is weighed
balance_extremes = However the dimensions are weighed, each from { $least } to { $most }, and wherever in its bar each place lies, the average distance stays between { $low } and { $high } of { $all }.
balance_extremes_known = Dimensions that nothing decides are not counted in this.
balance_spread = The weights alone, from { $least } to { $most }, move the mark between { $lightest } and { $heaviest }. The bars, by equal weights, leave it anywhere between { $low } and { $high }.
balance_bars_more = What the bars leave open counts for more here than how the dimensions are weighed.
balance_weights_more = How the dimensions are weighed counts for more here than what the bars leave open.
balance_unknown = Nothing that was found decides { $titles }. Counted, what is not known could look like a likeness, so there is no weight on it until you give it some.
balance_strongest = The mark stands at { $now }. What moves it most: { $moves }.
balance_move = “{ $title }” ({ $without } without it, { $most } at its full weight)
balance_weights = Your weights
balance_weights_note = 0 leaves a dimension out, 5 gives it the most weight. The address of this page keeps what you choose, so you can share it.
balance_noscript = Weighing needs JavaScript, which is switched off in your browser. Some weights chosen beforehand stand below.
balance_distance = Distance { $distance }
balance_distance_range = { $middle } (the bars allow { $low } to { $high })
balance_weightings = Ways to weigh, set by the editors
balance_equal = Equal weights
balance_equal_reason = Every dimension that is decided has the same weight. A page that sums up other dimensions is left out, because it would count the same things twice.
balance_use = Begin with these weights
balance_weights_given = The weights
balance_shared = Dimensions that rest on the same sources
balance_shared_note = If two dimensions rest on the same sources and both have weight, that evidence counts twice: you may want to lower one of them. A page that sums up other dimensions is not listed. The pairs below have at least three sources in common, and at least a fifth of the shorter list:
balance_method = What the balance says
balance_method_text = It sums up the judgements of this site by what counts for you. Move the weights until the mark stands where you would put it, and see which dimensions you raised for that, and which you lowered.
balance_limits = The places are judgements, and adding them up makes them no surer. A step on one scale is no step on another, so when one weighting comes out higher than another, that tells which dimensions it counts, and no more. Only how far apart the subjects stand goes into the balance, and not where.

evidence_title = What the judgements rest on
evidence_summary = How sure each judgement is and why, how it has changed, and which of the findings that would change it have come nearer.
evidence_high = Strong evidence
evidence_moderate = Moderate evidence
evidence_low = Weak evidence
evidence_to = Evidence to { $date }
evidence_sources = It rests most on:
under_review = Under review: figures that this judgement rests on were to be checked again by { $date }.
history_title = How the judgement has changed
history_moved = { $name }: from { $from } to { $to }
history_feed = Feed of these changes
tests_title = What would change our mind
tests_moved = Findings that have moved: { $moved } of { $all }
test_claim = Finding
test_threshold = It would count
test_value = Now
test_movement = Moved
test_unmeasured = No figure yet
movement_none = Not moved
movement_closer = Closer
movement_farther = Farther
movement_met = It has happened

term = Term
terms_count =
    { $form ->
        [one] { $number } term
       *[other] { $number } terms
    }
aliases_title = Also
used_in_title = Used in

sources_title = Sources
sources_summary = Every source that an article cites, and where.
sources_count =
    { $form ->
        [one] { $number } source
       *[other] { $number } sources
    }
source_analysis = Analysis
source_data = Data
source_news = News
source_official = Official
source_paper = Paper
grade_primary = Primary
grade_account = Account
grade_copy = Copy
source_evidence_to = Evidence to
source_review_by = To be checked again by
source_archived = Archived copy
cited_in = Cited in
list_separator = ,

search_button = Search
search_title = Search
search_summary = Search the pages and their sections. Below is an index of everything on the site.
search_placeholder = A word or a question
search_close = Close search
search_results = Results
search_count =
    { $form ->
        [one] { $number } page
       *[other] { $number } pages
    }
search_none = Nothing was found for these words. Try a single word, or begin here:
search_meant = Did you mean:
search_recent = You searched for
search_forget = Clear this list
search_terms = Terms to begin with
search_other = Found by words of another language:
search_guessed = No page has these words as they are typed. The nearest:
search_browse = All pages and their sections
search_dimension = Dimension
search_term = Term
search_pages = Other pages
search_failed = The search could not be loaded. Check your connection, or browse the index:
search_noscript = Search needs JavaScript, which is switched off in your browser. The index below lists every page and section of the site.

gate_enter = Read in English
not_found_title = Page not found
not_found_text = There is nothing at this address. The page may have moved.
not_found_home = To the home page

alert_note = Note
alert_tip = Tip
alert_important = Important
alert_warning = Warning
alert_caution = Caution
alert_summary = Summary
alert_example = Example
alert_question = Question
alert_quote = Quotation
alert_failure = Failure
alert_bug = Bug
details = Details
task_done = Done
task_open = To do

reading_time =
    { $form ->
        [one] { $number } minute to read
       *[other] { $number } minutes to read
    }
copy = Copy
section_link = Link to this section
section_parallel =
    { $languages ->
        [2] This section in both languages
       *[other] This section in all languages
    }
parallel_show = Show
parallel_all =
    { $languages ->
        [2] Both languages
       *[other] All languages
    }
markdown = Markdown
llms_full = Everything in one file
llms_more = Not in this file: { $pages }. All pages are listed here:
book = E-book (EPUB)
book_parallel = E-book with all languages side by side (EPUB)
book_contents = Contents
book_cover = Cover
book_about = About this book
book_made = Made of the pages at
cite_page = Cite this page
letters = Letters

filter_all = All
filter_kind = Kind
filter_finding = Finding
filter_evidence = Evidence
filter_grade = Grade
filter_language = Language
sort = Order
sort_order = As written
sort_gap = Farthest apart first
sort_by = By { $name }
part_of = { $shown } of { $all }
csv = The table as CSV

chart_bar = Bar chart
chart_line = Line chart
chart_dot = Dot chart
chart_share = Shares of a whole
chart_log = logarithmic scale
chart_description = { $kind }. Lowest: { $low }, { $least }. Highest: { $high }, { $most }.
chart_sources =
    { $form ->
        [one] Source:
       *[other] Sources:
    }
chart_data = The data as a table
chart_csv = The data as CSV
chart_page = Chart page
chart_from = From:
chart_use = Use this chart
chart_download = Download:
chart_embed = Embed it
chart_embed_picture = Embed it as a picture
chart_cite = Cite this chart
charts_title = Charts
charts_summary = Every chart of this site, to link, embed, download and cite.

status_title = State of the translations
status_summary = What is complete, missing or behind in which language.
status_share = Complete: { $number } of { $all }
status_complete = Complete
status_incomplete = Lacks sections
status_behind = Behind
status_copy = Not translated
status_missing = Missing
status_nothing = Every page is complete in every language.
status_draft = Draft
status_words =
    { $form ->
        [one] { $number } word
       *[other] { $number } words
    }
status_lacks = Lacks:
status_changes = What has changed
status_head = Opening of the page
